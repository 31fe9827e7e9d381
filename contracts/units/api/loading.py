"""What every endpoint of a unit starts with: the subject, scoped, with its contract."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from contracts.agreements.api.loading import OfContract
from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import contracts_for
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, Submission
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.criteria import with_answers
from contracts.units.queries.units import units_with_money


class OfUnit(OfContract):
    """A unit of a contract that the caller is on a side of."""

    permission = can_view_unit

    def units(self) -> QuerySet[Unit]:
        """Those that the endpoint is for, with what it shows of each."""
        return units_with_money()

    def load(self) -> Unit:
        return self.fetch_unit(self.kwargs["public_id"])

    def fetch_unit(self, public_id: Any) -> Unit:
        contracts = contracts_for(self.user)
        contract = get_object_or_404(contracts, units__public_id=public_id)
        submissions = with_answers(Submission.objects.select_related("submitted_by"))
        units = self.units().prefetch_related(
            "criteria", "cancellations", Prefetch("submissions", submissions)
        )
        unit = get_object_or_404(units, contract=contract, public_id=public_id)
        unit.contract = contract
        return unit

    @property
    def contract(self) -> Contract:
        return self.subject.contract


class OfCancellation(OfContract):
    """A question about cancelling a unit."""

    tag = "milestones"

    def load(self) -> Cancellation:
        public_id = self.kwargs["public_id"]
        contracts = contracts_for(self.user)
        contract = get_object_or_404(contracts, units__cancellations__public_id=public_id)
        cancellation = Cancellation.objects.select_related("unit__escrow").get(public_id=public_id)
        cancellation.unit.contract = contract
        return cancellation

    @property
    def contract(self) -> Contract:
        return self.subject.unit.contract


class OfChangeRequest(OfContract):
    """A request for changes."""

    tag = "milestones"

    def load(self) -> ChangeRequest:
        public_id = self.kwargs["public_id"]
        contract = get_object_or_404(
            contracts_for(self.user),
            units__submissions__change_request__public_id=public_id,
        )
        requests = ChangeRequest.objects.select_related(
            "submission__unit__escrow"
        ).prefetch_related(
            Prefetch("submission__answers", CriterionAnswer.objects.select_related("criterion"))
        )
        request = requests.get(public_id=public_id)
        request.submission.unit.contract = contract
        return request

    @property
    def contract(self) -> Contract:
        return self.subject.submission.unit.contract
