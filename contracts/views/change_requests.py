"""Requesting changes, and the freelancer’s answer to a round beyond the agreed ones."""

from typing import Any

from contracts.forms.milestones import ChangeRequestForm
from contracts.permissions import (
    can_answer_change_request,
    can_review_milestone,
)
from contracts.services.change_requests import (
    accept_change_request,
    refuse_change_request,
    request_changes,
)
from contracts.views.loading import OfChangeRequest, OfMilestone
from contracts.views.milestones import facts_of
from marketplace.core.views import Act, FormPage


class RequestChanges(OfMilestone, FormPage):
    permission = can_review_milestone
    template = "contracts/milestone_change_request.html"
    form_class = ChangeRequestForm
    said = "Sent. The freelancer is told."

    def form_options(self) -> dict[str, Any]:
        return {"milestone": self.milestone}

    def context(self) -> dict[str, Any]:
        return facts_of(self.milestone)

    def act(self, form: Any) -> str:
        request_changes(
            milestone=self.milestone,
            criterion=form.cleaned_data["criterion"],
            note=form.cleaned_data["note"],
            by=self.actor(),
        )
        return self.contract.get_absolute_url()


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
