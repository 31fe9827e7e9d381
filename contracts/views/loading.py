"""What every page of a contract starts with: the subject, scoped, and who acts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from contracts.models import Cancellation, ChangeRequest, Contract, Milestone
from contracts.permissions import (
    can_view_contract,
    can_view_milestone,
    is_freelancer_of,
    side_of,
    viewing_side,
)
from contracts.queries.contracts import contracts_for, milestones_with_money
from marketplace.core.actors import Actor
from marketplace.core.views import Gate, client_address


class OfContract(Gate):
    """Loads a contract that the viewer is on a side of."""

    permission: ClassVar[Callable[..., bool] | None] = can_view_contract

    def load(self) -> Any:
        contracts = contracts_for(self.request.user)
        return get_object_or_404(contracts, public_id=self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject

    def actor(self) -> Actor:
        """The viewer on their side, with the address they came from."""
        side = side_of(self.request.user, self.contract)
        if side is None:
            raise Http404
        return replace(side, address=client_address(self.request) or None)

    def sides(self) -> dict[str, Any]:
        """Which side the viewer is on, and the other one's name and clock."""
        contract = self.contract
        is_freelancer = is_freelancer_of(self.request.user, contract)
        person = contract.offered_by if is_freelancer else contract.freelancer
        zone = person.time_zone
        return {
            "is_freelancer": is_freelancer,
            "side": viewing_side(self.request.user, contract),
            "other_name": contract.organisation.name if is_freelancer else str(person),
            "other_zone": zone,
            "other_clock": f"{timezone.now().astimezone(ZoneInfo(zone)):%a %H:%M}",
        }

    def back(self) -> str:
        return self.contract.get_absolute_url()


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
