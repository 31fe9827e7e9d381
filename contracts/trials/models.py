from django.conf import settings
from django.db import models

from contracts.trials.cycle import MOST_DAYS, MOST_HOURS
from contracts.units.models.submissions import Submission
from contracts.units.models.units import Unit


class Trial(models.Model):
    """What only a trial knows of its unit: the task, its time, and the client's last word."""

    unit = models.OneToOneField(
        Unit, primary_key=True, on_delete=models.PROTECT, related_name="trial"
    )
    task = models.TextField(help_text="the same for everybody who tries it for the brief")
    hours = models.PositiveSmallIntegerField()
    due_days = models.PositiveSmallIntegerField(help_text="working days after it is funded")
    feedback = models.TextField(blank=True, max_length=5000, help_text="of the client, at its end")
    feedback_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    feedback_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hours__range=(1, MOST_HOURS))
                & models.Q(due_days__range=(1, MOST_DAYS)),
                name="trial_within_bounds",
            ),
            models.CheckConstraint(
                condition=models.Q(feedback="", feedback_at=None, feedback_by=None)
                | (
                    ~models.Q(feedback="")
                    & models.Q(feedback_at__isnull=False, feedback_by__isnull=False)
                ),
                name="trial_feedback_is_somebodys",
            ),
        ]

    def __str__(self) -> str:
        return str(self.unit)


class TrialReport(models.Model):
    """What comes with a submission of a trial: how somebody works, beside what they made."""

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.PROTECT, related_name="trial_report"
    )
    next_steps = models.TextField(max_length=5000, help_text="what they would do next")
    questions = models.TextField(max_length=5000, help_text="what they asked, and the answers")

    def __str__(self) -> str:
        return f"report of {self.submission}"
