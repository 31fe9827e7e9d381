from django.conf import settings
from django.db import models
from django.utils import timezone

from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.units import Unit
from contracts.units.states import ChangeRequestState
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.states import in_state
from marketplace.core.web.files import PrivateFile


class Submission(models.Model):
    """What the freelancer handed in, in one round."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="submissions")
    round = models.PositiveSmallIntegerField(help_text="from 1")
    note = models.TextField(max_length=5000)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(default=timezone.now, editable=False)
    review_ends_at = models.DateTimeField()
    half_time_reminded_at = models.DateTimeField(null=True, blank=True)
    last_day_reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["unit_id", "round"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "round"], name="submission_round_once")
        ]

    def __str__(self) -> str:
        return f"round {self.round} of {self.unit}"


class SubmissionFile(PrivateFile):
    """One delivered file."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="files")


class CriterionAnswer(models.Model):
    """What both sides say of one acceptance criterion in one round; every round has one for each.

    The freelancer's part is written with the submission, the client's when they review it.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="answers")
    criterion = models.ForeignKey(
        AcceptanceCriterion, on_delete=models.PROTECT, related_name="answers"
    )
    is_claimed_met = models.BooleanField(null=True, help_text="by the freelancer, on delivering")
    shown_by = models.TextField(blank=True, max_length=2000, help_text="how one can see it")
    is_found_met = models.BooleanField(null=True, help_text="by the client, at reviewing")
    reason = models.TextField(blank=True, max_length=5000, help_text="what is missing")

    class Meta:
        ordering = ["submission_id", "criterion__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "criterion"], name="criterion_answer_once_a_round"
            ),
            models.CheckConstraint(
                condition=~models.Q(is_found_met=False, reason=""),
                name="criterion_answer_missed_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.criterion}"


class ChangeRequest(models.Model):
    """A submission misses criteria; beyond the agreed rounds the freelancer must accept it."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="change_request"
    )
    note = models.TextField(
        max_length=5000, blank=True, help_text="beside the reasons for each criterion"
    )
    state = models.CharField(
        max_length=10,
        choices=ChangeRequestState,
        default=ChangeRequestState.BINDING,
        editable=False,
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"changes to {self.submission}"

    is_binding = in_state(ChangeRequestState.BINDING)
    is_refused = in_state(ChangeRequestState.REFUSED)
    is_asked = in_state(ChangeRequestState.ASKED)

    @property
    def unmet(self) -> list[CriterionAnswer]:
        """The criteria that are not met, each with its reason; reads the submission's answers."""
        answers = self.submission.answers.all()
        return [answer for answer in answers if answer.is_found_met is False]
