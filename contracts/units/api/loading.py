"""What every endpoint of a contract starts with: the subject, scoped, and who acts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_view_contract, side_of
from contracts.agreements.queries.contracts import contracts_for
from contracts.milestones.models import Milestone
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, Submission
from contracts.units.permissions import can_view_milestone
from contracts.units.queries.criteria import with_answers
from contracts.units.queries.units import milestones_with_money
from marketplace.core.api.endpoints import Endpoint
from marketplace.core.data.actors import Actor


class OfContract(Endpoint):
    """A contract that the caller is on a side of."""

    tag = "contracts"
    permission: ClassVar[Callable[..., bool] | None] = can_view_contract

    def load(self) -> Any:
        return self.fetch_contract(public_id=self.kwargs["public_id"])

    def fetch_contract(self, **which: Any) -> Contract:
        milestones = milestones_with_money().prefetch_related("criteria")
        contracts = (
            contracts_for(self.user)
            .select_related("proposal")
            .prefetch_related(Prefetch("milestones", milestones))
        )
        return get_object_or_404(contracts, **which)

    @property
    def contract(self) -> Contract:
        return self.subject

    def actor(self) -> Actor:
        """The caller on their side, with the address they came from."""
        side = side_of(self.user, self.contract)
        if side is None:
            raise Http404
        return replace(side, address=self.address or None)


class OfMilestone(OfContract):
    """A milestone of such a contract."""

    tag = "milestones"
    permission = can_view_milestone

    def load(self) -> Milestone:
        return self.fetch_milestone(self.kwargs["public_id"])

    def fetch_milestone(self, public_id: Any) -> Milestone:
        contracts = contracts_for(self.user)
        contract = get_object_or_404(contracts, milestones__public_id=public_id)
        submissions = with_answers(Submission.objects.select_related("submitted_by"))
        milestones = milestones_with_money().prefetch_related(
            "criteria", "cancellations", Prefetch("submissions", submissions)
        )
        milestone = milestones.get(contract=contract, public_id=public_id)
        milestone.contract = contract
        return milestone

    @property
    def contract(self) -> Contract:
        return self.subject.contract


class OfCancellation(OfContract):
    """A question about cancelling a milestone."""

    tag = "milestones"

    def load(self) -> Cancellation:
        public_id = self.kwargs["public_id"]
        contracts = contracts_for(self.user)
        contract = get_object_or_404(contracts, milestones__cancellations__public_id=public_id)
        cancellation = Cancellation.objects.select_related("milestone").get(public_id=public_id)
        cancellation.milestone.contract = contract
        return cancellation

    @property
    def contract(self) -> Contract:
        return self.subject.milestone.contract


class OfChangeRequest(OfContract):
    """A request for changes."""

    tag = "milestones"

    def load(self) -> ChangeRequest:
        public_id = self.kwargs["public_id"]
        contract = get_object_or_404(
            contracts_for(self.user),
            milestones__submissions__change_request__public_id=public_id,
        )
        requests = ChangeRequest.objects.select_related("submission__milestone").prefetch_related(
            Prefetch("submission__answers", CriterionAnswer.objects.select_related("criterion"))
        )
        request = requests.get(public_id=public_id)
        request.submission.milestone.contract = contract
        return request

    @property
    def contract(self) -> Contract:
        return self.subject.submission.milestone.contract
