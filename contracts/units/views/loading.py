"""What every page of a contract starts with: the subject, scoped, and who acts."""

from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.views.loading import OfContract
from contracts.milestones.models import Milestone
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.permissions import can_view_milestone
from contracts.units.queries.units import milestones_with_money


class OfMilestone(OfContract):
    """Loads a milestone of such a contract; `milestone.contract` carries the viewer's role."""

    permission = can_view_milestone

    def load(self) -> Milestone:
        public_id = self.kwargs["public_id"]
        contracts = contracts_for(self.request.user)
        contract = get_object_or_404(contracts, milestones__public_id=public_id)
        milestone = milestones_with_money().get(contract=contract, public_id=public_id)
        milestone.contract = contract
        return milestone

    @property
    def milestone(self) -> Milestone:
        return self.subject

    @property
    def contract(self) -> Contract:
        return self.milestone.contract

    def back(self) -> str:
        return self.milestone.get_absolute_url()


class OfCancellation(OfContract):
    """Loads a question about cancelling a milestone."""

    def load(self) -> Cancellation:
        public_id = self.kwargs["public_id"]
        contract = get_object_or_404(
            contracts_for(self.request.user), milestones__cancellations__public_id=public_id
        )
        cancellation = Cancellation.objects.select_related("milestone").get(public_id=public_id)
        cancellation.milestone.contract = contract
        return cancellation

    @property
    def contract(self) -> Contract:
        return self.subject.milestone.contract

    def back(self) -> str:
        return self.subject.milestone.get_absolute_url()


class OfChangeRequest(OfContract):
    """Loads a request for changes."""

    def load(self) -> ChangeRequest:
        public_id = self.kwargs["public_id"]
        contract = get_object_or_404(
            contracts_for(self.request.user),
            milestones__submissions__change_request__public_id=public_id,
        )
        requests = ChangeRequest.objects.select_related("submission__milestone")
        request = requests.get(public_id=public_id)
        request.submission.milestone.contract = contract
        return request

    @property
    def contract(self) -> Contract:
        return self.subject.submission.milestone.contract

    def back(self) -> str:
        return self.subject.submission.milestone.get_absolute_url()
