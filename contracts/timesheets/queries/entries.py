"""The lines of a week, what they come to, and what of that is contested."""

from collections.abc import Sequence
from dataclasses import dataclass

from contracts.timesheets.cycle.amounts import seconds_for, shares_of, whole_of
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.weeks import Week
from marketplace.core.data.money import Money


def lines_of(week: Week) -> list[TimeEntry]:
    """In the order in which they were worked, each with what is contested of it."""
    lines = list(TimeEntry.objects.filter(week=week).select_related("contest"))
    for line in lines:
        line.week = week
    return lines


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


def total_of(lines: Sequence[TimeEntry], week: Week) -> Money:
    return Money(whole_of(line.time for line in lines), week.unit.currency)


def seconds_left(lines: Sequence[TimeEntry], week: Week) -> int:
    """How much working time the limit still pays."""
    left = week.unit.amount - whole_of(line.time for line in lines)
    return seconds_for(left, week.rate)
