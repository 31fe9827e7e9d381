"""What every page of a retainer period starts with."""

from contracts.agreements.models.contracts import Contract
from contracts.agreements.views.loading import OfContract
from contracts.retainers.models.periods import Period
from contracts.retainers.queries.periods import periods_with_money
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.subjects import unit_for


class OfPeriod(OfContract):
    """Loads a unit that is a period."""

    permission = can_view_unit

    def load(self) -> Unit:
        public_id = self.kwargs["public_id"]
        return unit_for(self.request.user, public_id, among=periods_with_money())

    @property
    def unit(self) -> Unit:
        return self.subject

    @property
    def period(self) -> Period:
        return self.unit.period

    @property
    def contract(self) -> Contract:
        return self.unit.contract

    def back(self) -> str:
        return self.unit.get_absolute_url()
