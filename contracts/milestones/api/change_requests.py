"""Milestones for programs: fund, deliver, review, cancel."""

from contracts.milestones.services.change_requests import (
    accept_change_request,
    refuse_change_request,
)
from contracts.units.api.loading import OfChangeRequest
from contracts.units.api.serializers import ChangeRequestSerializer
from contracts.units.models.submissions import ChangeRequest
from contracts.units.permissions import can_answer_change_request
from marketplace.core.api.endpoints import ActEndpoint
from marketplace.core.api.serializers import OptionalReason


class ChangeRequestAct(OfChangeRequest, ActEndpoint):
    permission = can_answer_change_request
    shows = ChangeRequestSerializer


class RoundAcceptance(ChangeRequestAct):
    """Agree to one more round of changes than was agreed."""

    def act(self) -> ChangeRequest:
        return accept_change_request(change_request=self.subject, by=self.actor())


class RoundRefusal(ChangeRequestAct):
    """Refuse another round. The client decides on the submission as it is."""

    takes = OptionalReason

    def act(self, why: str) -> ChangeRequest:
        return refuse_change_request(change_request=self.subject, by=self.actor(), why=why)
