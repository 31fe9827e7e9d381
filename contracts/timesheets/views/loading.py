"""What every page about time starts with: the week, the line or the contest, scoped."""

from typing import ClassVar

from contracts.agreements.models.contracts import Contract
from contracts.agreements.views.loading import OfContract
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.models.sheets import Sheet, sheet_of
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.queries.subjects import contest_for, entry_for
from contracts.timesheets.queries.weeks import NOUN, weeks_with_money
from contracts.units.models.units import Unit
from contracts.units.queries.subjects import unit_for
from contracts.units.queries.units import units_with_money
from contracts.units.views.loading import OfUnit


class OfWeek(OfUnit):
    """Loads a unit that is a week."""

    among = weeks_with_money

    @property
    def week(self) -> Week:
        return self.unit.week


class OfSheet(OfUnit):
    """Loads a unit of the kind `noun` in which time is written down."""

    noun: ClassVar[str] = NOUN

    def load(self) -> Unit:
        among = units_with_money().filter(kind=self.noun)
        return unit_for(self.request.user, self.kwargs["public_id"], among=among)

    @property
    def sheet(self) -> Sheet:
        return sheet_of(self.unit)


class OfEntry(OfContract):
    """Loads one line."""

    def load(self) -> TimeEntry:
        return entry_for(self.request.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.unit.contract

    def back(self) -> str:
        return self.subject.unit.get_absolute_url()


class OfContest(OfContract):
    """Loads what is contested of a line."""

    def load(self) -> TimeContest:
        return contest_for(self.request.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.entry.unit.contract

    def back(self) -> str:
        return self.subject.entry.unit.get_absolute_url()
