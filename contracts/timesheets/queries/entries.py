"""The lines of a unit, what those of a week come to, and what of that is contested."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum

from contracts.timesheets.cycle.amounts import shares_of
from contracts.timesheets.models.entries import TimeEntry
from contracts.units.models.units import Unit


def lines_of(unit: Unit) -> list[TimeEntry]:
    """In the order in which they were worked, each with what is contested of it."""
    lines = list(TimeEntry.objects.filter(unit=unit).select_related("contest"))
    for line in lines:
        line.unit = unit
    return lines


def with_worked(units: QuerySet[Any]) -> QuerySet[Any]:
    """The same units, each with the seconds written down in it (`worked`, a timedelta)."""
    lines = TimeEntry.objects.filter(unit=OuterRef("pk")).order_by().values("unit")
    worked = lines.annotate(whole=Sum(F("ended_at") - F("started_at"))).values("whole")
    return units.annotate(worked=Subquery(worked))


@dataclass(frozen=True)
class Sums:
    """What the lines of one week come to, in minor units of its currency."""

    total: int
    contested: int
    conceded: int

    @property
    def undisputed(self) -> int:
        """What nothing speaks against."""
        return self.total - self.contested - self.conceded


def sums_of(lines: Sequence[TimeEntry]) -> Sums:
    """Of lines as they are now, also of a week that is not closed."""
    shares = shares_of([line.time for line in lines])
    contested = conceded = 0
    for line, share in zip(lines, shares, strict=True):
        if line.contested and line.contested.is_open:
            contested += share
        if line.contested and line.contested.is_conceded:
            conceded += share
    return Sums(total=sum(shares), contested=contested, conceded=conceded)
