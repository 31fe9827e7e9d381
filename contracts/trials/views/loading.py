"""What every page of a trial starts with."""

from contracts.agreements.models.contracts import Contract
from contracts.agreements.views.loading import OfContract
from contracts.trials.models import Trial
from contracts.trials.queries import trials_with_money
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.subjects import unit_for


class OfTrial(OfContract):
    """Loads a unit that is a trial."""

    permission = can_view_unit

    def load(self) -> Unit:
        public_id = self.kwargs["public_id"]
        return unit_for(self.request.user, public_id, among=trials_with_money())

    @property
    def unit(self) -> Unit:
        return self.subject

    @property
    def trial(self) -> Trial:
        return self.unit.trial

    @property
    def contract(self) -> Contract:
        return self.unit.contract

    def back(self) -> str:
        return self.unit.get_absolute_url()
