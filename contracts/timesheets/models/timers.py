from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from marketplace.core.web.text_fields import LineField

# Without a sign of life from its page for so long, a timer is asked about.
SILENT_AFTER = timedelta(hours=4)
# Nobody works longer at a stretch.
LONGEST = timedelta(hours=12)


class Timer(models.Model):
    """Time that runs; each person has one at most, in however many tabs it is started."""

    freelancer = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="timer"
    )
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="timers")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", help_text="the week it began in"
    )
    task = LineField(max_length=120, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, help_text="last sign of its page")
    asked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.freelancer}, since {self.started_at.isoformat()}"

    @property
    def is_silent(self) -> bool:
        """Whether nothing was heard of its page for long."""
        return timezone.now() - self.seen_at >= SILENT_AFTER

    @property
    def proposed_end(self) -> datetime:
        """Now; of a silent one its last sign of life, and never after twelve hours."""
        end = self.seen_at if self.is_silent else timezone.now()
        return min(end, self.started_at + LONGEST)

    @property
    def seconds(self) -> int:
        return int((self.proposed_end - self.started_at).total_seconds())
