"""What its author does with a proposal besides writing it: send, withdraw, throw away."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, freelancer
from marketplace.core.web.kept_forms import forget_page
from marketplace.core.web.reasons import OptionalReasonForm
from marketplace.core.web.views import Act, FormPage, client_address
from projects.proposals.models.proposals import Proposal
from projects.proposals.permissions import can_write_proposal
from projects.proposals.queries.proposals import proposals_of
from projects.proposals.services.proposals import (
    revise_proposal,
    submit_proposal,
    withdraw_proposal,
)
from projects.proposals.services.versions import discard_draft

SENT = "Your proposal is sent. The client is told."


class OwnProposal:
    """Loads a proposal that the viewer wrote."""

    request: Any
    kwargs: Any
    subject: Any

    def load(self) -> Proposal:
        proposals = proposals_of(self.request.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return freelancer(self.request.user, client_address(self.request))

    def back(self) -> str:
        return self.subject.get_absolute_url()


class Submission(OwnProposal, Act):
    """Sends a draft."""

    permission = can_write_proposal
    said = SENT

    def act(self) -> str:
        knows = "knows_out_of_reach" in self.request.POST
        sent = submit_proposal(proposal=self.subject, by=self.actor(), knows_out_of_reach=knows)
        return sent.get_absolute_url()


class Revision(OwnProposal, Act):
    """Sends the next version of a proposal that was sent before."""

    permission = can_write_proposal
    said = "The new version is sent. The client is told, and can see what changed."

    def act(self) -> str:
        return revise_proposal(proposal=self.subject, by=self.actor()).get_absolute_url()


class Withdrawal(OwnProposal, FormPage):
    permission = can_write_proposal
    template = "projects/proposal_withdrawal.html"
    form_class = OptionalReasonForm
    said = "Your proposal is withdrawn."

    def context(self) -> dict[str, Any]:
        return {"proposal": self.subject, "brief": self.subject.brief}

    def act(self, form: OptionalReasonForm) -> str:
        why = form.cleaned_data["why"]
        return withdraw_proposal(proposal=self.subject, by=self.actor(), why=why).get_absolute_url()


class DraftDisposal(OwnProposal, Act):
    """Throws away what was not sent."""

    permission = can_write_proposal
    said = "What was not sent is gone."

    def act(self) -> str:
        was_draft = self.subject.is_draft
        page = reverse("projects:proposal_edit", args=[self.subject.public_id])
        discard_draft(proposal=self.subject, by=self.actor())
        forget_page(page)
        return reverse("projects:proposal_list") if was_draft else self.back()
