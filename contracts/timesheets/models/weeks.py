from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from contracts.timesheets.cycle.amounts import seconds_for, whole_of
from contracts.timesheets.cycle.clock import charged_from, closes_at
from contracts.timesheets.models.sheets import register_sheet
from contracts.units.models.units import Unit
from marketplace.core.data.money import Money


class Week(models.Model):
    """What only a week knows of its unit: the rates and the limit that hold in it."""

    unit = models.OneToOneField(
        Unit, primary_key=True, on_delete=models.PROTECT, related_name="week"
    )
    rate = models.BigIntegerField(help_text="minor units for an hour")
    waiting_rate = models.BigIntegerField(
        null=True, blank=True, help_text="minor units for an hour in which a machine works"
    )
    limit_hours = models.PositiveSmallIntegerField()
    # One that was laid down early, for what another week left, waits for its Friday.
    charge_begun_at = models.DateTimeField(
        null=True, blank=True, help_text="when the saved method was charged, or none was there"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rate__gt=0)
                & (models.Q(waiting_rate=None) | models.Q(waiting_rate__gt=0)),
                name="week_rates_positive",
            )
        ]

    def __str__(self) -> str:
        return str(self.unit)

    @property
    def hourly(self) -> Money:
        return Money(self.rate, self.unit.currency)

    @property
    def of_waiting(self) -> Money | None:
        return None if self.waiting_rate is None else Money(self.waiting_rate, self.unit.currency)

    def rate_of(self, is_waiting: bool) -> int:
        """Minor units for an hour; none for waiting that the terms do not pay."""
        return (self.waiting_rate or 0) if is_waiting else self.rate

    @property
    def opens_at(self) -> datetime | None:
        """From when on time is paid: money that comes late opens the rest of the week."""
        starts_at, funded_at = self.unit.starts_at, self.unit.funded_at
        return max(starts_at, funded_at) if starts_at and funded_at else starts_at

    @property
    def closes_at(self) -> datetime | None:
        """Until then its lines may be changed."""
        return closes_at(self.unit.ends_at) if self.unit.ends_at else None

    @property
    def pays_waiting(self) -> bool:
        return self.waiting_rate is not None

    def is_over(self, lines: Iterable[Any]) -> bool:
        """The limit is money: what the lines come to may not exceed what the week holds."""
        return whole_of(line.time for line in lines) > self.unit.amount

    def seconds_left(self, lines: Iterable[Any]) -> int:
        left = self.unit.amount - whole_of(line.time for line in lines)
        return seconds_for(left, self.rate)

    @property
    def early_until(self) -> datetime | None:
        return early_until(self.unit)


def early_until(unit: Unit) -> datetime | None:
    """The Friday of an unpaid week that was laid down before it; None for any other."""
    if not unit.is_unfunded or unit.is_being_paid or unit.starts_at is None:
        return None
    friday = charged_from(unit.starts_at)
    return friday if timezone.now() < friday else None


register_sheet("week", lambda unit: unit.week)
