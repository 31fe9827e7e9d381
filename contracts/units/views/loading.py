"""What every page of a contract starts with: the subject, scoped, and who acts."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.views.loading import OfContract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.units import units_with_money


class OfUnit(OfContract):
    """Loads a unit of such a contract; `unit.contract` carries the viewer's role."""

    permission = can_view_unit

    def units(self) -> QuerySet[Unit]:
        """Those that the page is for, with what it shows of each."""
        return units_with_money()

    def load(self) -> Unit:
        public_id = self.kwargs["public_id"]
        contracts = contracts_for(self.request.user)
        contract = get_object_or_404(contracts, units__public_id=public_id)
        unit = get_object_or_404(self.units(), contract=contract, public_id=public_id)
        unit.contract = contract
        return unit

    @property
    def unit(self) -> Unit:
        return self.subject

    @property
    def contract(self) -> Contract:
        return self.unit.contract

    def back(self) -> str:
        return self.unit.get_absolute_url()


class OfCancellation(OfContract):
    """Loads a question about cancelling a unit."""

    def load(self) -> Cancellation:
        public_id = self.kwargs["public_id"]
        contract = get_object_or_404(
            contracts_for(self.request.user), units__cancellations__public_id=public_id
        )
        cancellation = Cancellation.objects.select_related("unit__escrow").get(public_id=public_id)
        cancellation.unit.contract = contract
        return cancellation

    @property
    def contract(self) -> Contract:
        return self.subject.unit.contract

    def back(self) -> str:
        return self.subject.unit.get_absolute_url()


class OfChangeRequest(OfContract):
    """Loads a request for changes."""

    def load(self) -> ChangeRequest:
        public_id = self.kwargs["public_id"]
        contract = get_object_or_404(
            contracts_for(self.request.user),
            units__submissions__change_request__public_id=public_id,
        )
        requests = ChangeRequest.objects.select_related("submission__unit__escrow")
        request = requests.get(public_id=public_id)
        request.submission.unit.contract = contract
        return request

    @property
    def contract(self) -> Contract:
        return self.subject.submission.unit.contract

    def back(self) -> str:
        return self.subject.submission.unit.get_absolute_url()
