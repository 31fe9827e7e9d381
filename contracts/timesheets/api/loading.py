"""What every endpoint about time starts with: the week, the line or the contest, scoped."""

from typing import Any, ClassVar

from contracts.agreements.api.loading import OfContract
from contracts.agreements.models.contracts import Contract
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.queries.entries import lines_of, sums_of
from contracts.timesheets.queries.subjects import contest_for, entry_for
from contracts.timesheets.queries.weeks import NOUN, weeks_with_time
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.subjects import unit_for
from contracts.units.queries.units import units_with_money
from marketplace.core.data.money import Money


class OfWeek(OfContract):
    """A unit that is a week."""

    tag = "weeks"
    permission = can_view_unit

    def load(self) -> Unit:
        return self.fetch_unit(self.kwargs["public_id"])

    def fetch_unit(self, public_id: Any) -> Unit:
        return unit_for(self.user, public_id, among=weeks_with_time())

    @property
    def contract(self) -> Contract:
        return self.subject.contract


class OfSheet(OfContract):
    """A unit of the kind `noun` in which time is written down."""

    tag = "weeks"
    permission = can_view_unit
    noun: ClassVar[str] = NOUN

    def load(self) -> Unit:
        among = units_with_money().filter(kind=self.noun)
        return unit_for(self.user, self.kwargs["public_id"], among=among)

    @property
    def contract(self) -> Contract:
        return self.subject.contract


class OfEntry(OfContract):
    """One line."""

    tag = "weeks"

    def load(self) -> TimeEntry:
        return entry_for(self.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.unit.contract


class OfContest(OfContract):
    """What is contested of a line."""

    tag = "weeks"

    def load(self) -> TimeContest:
        return contest_for(self.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.entry.unit.contract


def in_full(unit: Any) -> Unit:
    """A week with its `lines`, and what they come to: `total` and `contested`."""
    unit.lines = lines_of(unit)
    sums = sums_of(unit.lines)
    unit.total = Money(sums.total, unit.currency)
    unit.contested = Money(sums.contested, unit.currency)
    return unit
