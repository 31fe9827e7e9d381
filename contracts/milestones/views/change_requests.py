"""The freelancer’s answer to a round of changes beyond the agreed ones."""

from contracts.milestones.services.change_requests import (
    accept_change_request,
    refuse_change_request,
)
from contracts.units.permissions import can_answer_change_request
from contracts.units.views.loading import OfChangeRequest
from marketplace.core.web.views import Act


class AcceptChangeRequest(OfChangeRequest, Act):
    permission = can_answer_change_request
    said = "Agreed to another round. Deliver again when the changes are made."

    def act(self) -> str:
        accept_change_request(change_request=self.subject, by=self.actor())
        return self.contract.get_absolute_url()


class RefuseChangeRequest(OfChangeRequest, Act):
    permission = can_answer_change_request
    said = "Refused. The client decides on the submission as it is."

    def act(self) -> str:
        refuse_change_request(change_request=self.subject, by=self.actor())
        return self.contract.get_absolute_url()
