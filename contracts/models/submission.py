from django.conf import settings
from django.db import models
from django.utils import timezone

from contracts.models.milestone import AcceptanceCriterion, Milestone
from contracts.states import ChangeRequestState
from marketplace.core.files import PrivateFile
from marketplace.core.identifiers import new_id


class Submission(models.Model):
    """What the freelancer handed in, in one round."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="submissions")
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
        ordering = ["milestone_id", "round"]
        constraints = [
            models.UniqueConstraint(fields=["milestone", "round"], name="submission_round_once")
        ]

    def __str__(self) -> str:
        return f"round {self.round} of {self.milestone}"


class SubmissionFile(PrivateFile):
    """One delivered file."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="files")


class ChangeRequest(models.Model):
    """The criterion that a submission misses; beyond the agreed rounds it must be accepted."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="change_request"
    )
    criterion = models.ForeignKey(
        AcceptanceCriterion, on_delete=models.PROTECT, related_name="change_requests"
    )
    note = models.TextField(max_length=5000)
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

    @property
    def is_asked(self) -> bool:
        return self.state == ChangeRequestState.ASKED
