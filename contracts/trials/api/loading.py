"""What every endpoint of a trial starts with."""

from typing import Any

from contracts.agreements.api.loading import OfContract
from contracts.agreements.models.contracts import Contract
from contracts.trials.queries import trials_in_full
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.subjects import unit_for


class OfTrial(OfContract):
    """A unit that is a trial."""

    tag = "trials"
    permission = can_view_unit

    def load(self) -> Unit:
        return self.fetch_unit(self.kwargs["public_id"])

    def fetch_unit(self, public_id: Any) -> Unit:
        return unit_for(self.user, public_id, among=trials_in_full())

    @property
    def contract(self) -> Contract:
        return self.subject.contract
