"""What every endpoint of a retainer period starts with."""

from typing import Any

from contracts.agreements.api.loading import OfContract
from contracts.agreements.models.contracts import Contract
from contracts.retainers.queries.periods import periods_with_money
from contracts.timesheets.queries.entries import lines_of
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.subjects import unit_for


class OfPeriod(OfContract):
    """A unit that is a period."""

    tag = "periods"
    permission = can_view_unit

    def load(self) -> Unit:
        return self.fetch_unit(self.kwargs["public_id"])

    def fetch_unit(self, public_id: Any) -> Unit:
        return unit_for(self.user, public_id, among=periods_with_money())

    @property
    def contract(self) -> Contract:
        return self.subject.contract


def in_full(unit: Any) -> Unit:
    """A period with its `lines`, and what they leave of its `hours`."""
    unit.lines = lines_of(unit)
    unit.hours = unit.period.hours(unit.lines)
    return unit
