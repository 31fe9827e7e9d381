from datetime import UTC, timedelta
from typing import Any

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.utils import timezone

from contracts.timesheets.cycle.amounts import Time
from contracts.timesheets.models.sheets import Sheet, sheet_of
from contracts.timesheets.states import ContestState, Ground
from contracts.units.models.units import Unit
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import in_state
from marketplace.core.web.text_fields import LineField, WordsField

# Written down later than this after it was worked, a line is marked.
LATE = timedelta(hours=48)
MOST_LINKS = 5


class Span(models.Func):
    """From one column to another, without the end."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class TimeEntry(models.Model):
    """One line of a timesheet: from when to when one person worked, or waited for a machine."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="time_entries")
    freelancer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="time_entries"
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    is_waiting = models.BooleanField(default=False, help_text="a machine works meanwhile")
    task = LineField(max_length=120)
    note = WordsField(max_length=2000, blank=True)
    links = ArrayField(models.URLField(max_length=500), size=MOST_LINKS, default=list, blank=True)
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    amount = models.BigIntegerField(
        null=True, blank=True, help_text="minor units of its week's total, once that is closed"
    )

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(started_at__lt=models.F("ended_at")),
                name="time_entry_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(amount=None) | models.Q(amount__gte=0),
                name="time_entry_amount_not_negative",
            ),
            ExclusionConstraint(
                name="time_entry_work_never_overlaps",
                expressions=[
                    ("freelancer", RangeOperators.EQUAL),
                    (Span("started_at", "ended_at"), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(is_waiting=False),
            ),
        ]

    def __str__(self) -> str:
        return self.task

    @property
    def written(self) -> dict[str, Any]:
        """What its author wrote, and may change until its week closes."""
        return {
            "started_at": self.started_at,
            "ended_at": self.ended_at,
            "task": self.task,
            "note": self.note,
            "links": self.links,
            "is_waiting": self.is_waiting,
        }

    @property
    def sheet(self) -> Sheet:
        """What it is written into."""
        return sheet_of(self.unit)

    @property
    def seconds(self) -> int:
        """That passed: on nights when clocks change, other than the clock times say."""
        passed = self.ended_at.astimezone(UTC) - self.started_at.astimezone(UTC)
        return round(passed.total_seconds())

    @property
    def time(self) -> Time:
        """What its amount is computed from, in a week."""
        return Time(self.unit.week.rate_of(self.is_waiting), self.seconds)

    @property
    def money(self) -> Money | None:
        """Its share of the closed week."""
        return None if self.amount is None else Money(self.amount, self.unit.currency)

    @property
    def is_late(self) -> bool:
        return self.entered_at - self.ended_at > LATE

    @property
    def contested(self) -> "TimeContest | None":
        return getattr(self, "contest", None)


class TimeContest(models.Model):
    """The client does not accept one line; its money stays held until a side gives way."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    entry = models.OneToOneField(TimeEntry, on_delete=models.PROTECT, related_name="contest")
    ground = models.CharField(max_length=16, choices=Ground)
    reason = WordsField(max_length=2000)
    state = models.CharField(
        max_length=10, choices=ContestState, default=ContestState.OPEN, editable=False
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    def __str__(self) -> str:
        return f"{self.entry}: {self.get_ground_display().lower()}"

    is_open = in_state(ContestState.OPEN)
    is_conceded = in_state(ContestState.CONCEDED)
    is_dropped = in_state(ContestState.DROPPED)
