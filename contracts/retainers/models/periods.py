from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from contracts.retainers.cycle.clock import closes_at, grace_ends_at, report_due_at
from contracts.retainers.cycle.hours import HOUR, Hours
from contracts.timesheets.models.sheets import register_sheet
from contracts.units.models.units import Unit


class Period(models.Model):
    """What only a retainer period knows of its unit: its hours, and where renewals count from.

    It ends `renewals` months after `renews_from`, and there the next one begins.
    """

    unit = models.OneToOneField(
        Unit, primary_key=True, on_delete=models.PROTECT, related_name="period"
    )
    renews_from = models.DateField()
    renewals = models.PositiveSmallIntegerField()
    included_hours = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="none where outcomes are named instead"
    )
    rolled_seconds = models.PositiveIntegerField(
        default=0, help_text="of the period before, which lapse with this one"
    )
    charge_begun_at = models.DateTimeField(
        null=True, blank=True, help_text="when the saved method was charged, or none was there"
    )
    closed_at = models.DateTimeField(null=True, blank=True, help_text="since when its hours stand")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rolled_seconds=0)
                | models.Q(rolled_seconds__lte=models.F("included_hours") * (HOUR // 4)),
                name="period_rolls_over_a_quarter",
            )
        ]

    def __str__(self) -> str:
        return str(self.unit)

    @property
    def opens_at(self) -> datetime | None:
        """Money that comes late opens the rest of the period."""
        starts_at, funded_at = self.unit.starts_at, self.unit.funded_at
        return max(starts_at, funded_at) if starts_at and funded_at else starts_at

    @property
    def closes_at(self) -> datetime | None:
        """Until then its hours may be changed."""
        if self.closed_at is not None:
            return self.closed_at
        return closes_at(self.unit.ends_at) if self.unit.ends_at else None

    pays_waiting = False

    def hours(self, lines: Iterable[Any]) -> Hours | None:
        """What these lines use of it; None where no hours are included."""
        if self.included_hours is None:
            return None
        used = sum(line.seconds for line in lines)
        return Hours(self.included_hours * HOUR, self.rolled_seconds, used)

    def is_over(self, lines: Iterable[Any]) -> bool:
        hours = self.hours(lines)
        return hours is not None and hours.used > hours.available

    def seconds_left(self, lines: Iterable[Any]) -> int | None:
        hours = self.hours(lines)
        return None if hours is None else hours.left

    @property
    def report_due_at(self) -> datetime:
        assert self.unit.ends_at is not None  # a period is laid down with its days
        return report_due_at(self.unit.ends_at)

    @property
    def grace_ends_at(self) -> datetime:
        assert self.unit.starts_at is not None
        return grace_ends_at(self.unit.starts_at)

    @property
    def last_day(self) -> date | None:
        """The last one that belongs to it."""
        return (self.unit.ends_at - timedelta(microseconds=1)).date() if self.unit.ends_at else None

    @property
    def has_begun(self) -> bool:
        starts_at = self.unit.starts_at
        return starts_at is not None and starts_at <= timezone.now()

    @property
    def has_ended(self) -> bool:
        ends_at = self.unit.ends_at
        return ends_at is not None and ends_at <= timezone.now()

    @property
    def awaits_report(self) -> bool:
        """It is over and paid for, and nothing was handed in yet."""
        return self.unit.is_funded and self.has_ended

    @property
    def misses_report(self) -> bool:
        return self.awaits_report and self.report_due_at <= timezone.now()


register_sheet("period", lambda unit: unit.period)
