"""What the client does with a proposal: shortlist, decline, accept."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, client
from marketplace.core.web.addresses import next_page
from marketplace.core.web.reasons import ReasonForm
from marketplace.core.web.views import Act, FormPage, client_address
from projects.proposals.forms.decisions import AcceptanceForm
from projects.proposals.models.proposals import Proposal
from projects.proposals.permissions import can_decide_on_proposal
from projects.proposals.queries.fees import split_for
from projects.proposals.queries.proposals import proposals_visible_to
from projects.proposals.services.proposals import (
    accept_proposal,
    decline_proposal,
    shortlist_proposal,
)


class Decision:
    """Loads a proposal that the viewer may decide on."""

    request: Any
    kwargs: Any
    subject: Any

    def load(self) -> Proposal:
        proposals = proposals_visible_to(self.request.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return client(self.request.user, client_address(self.request))

    def back(self) -> str:
        """The page where the decision was begun, such as the comparison; else the proposal."""
        return next_page(self.request) or self.subject.get_absolute_url()


class Shortlisting(Decision, Act):
    permission = can_decide_on_proposal
    said = "The proposal is on your shortlist. The freelancer is told."

    def act(self) -> str:
        shortlist_proposal(proposal=self.subject, by=self.actor())
        return self.back()


class Decline(Decision, FormPage):
    permission = can_decide_on_proposal
    template = "projects/proposal_decline.html"
    form_class = ReasonForm
    said = "The proposal is declined. The freelancer reads your reason."

    def context(self) -> dict[str, Any]:
        return {"proposal": self.subject, "brief": self.subject.brief, "back": self.back()}

    def act(self, form: ReasonForm) -> str:
        why = form.cleaned_data["why"]
        decline_proposal(proposal=self.subject, by=self.actor(), why=why)
        return self.back()


class Acceptance(Decision, FormPage):
    """Says what happens next, with the amounts, before the offer is made."""

    permission = can_decide_on_proposal
    template = "projects/proposal_acceptance.html"
    form_class = AcceptanceForm
    said = "The offer is made. Read its terms and sign them; the freelancer is told."

    def form_options(self) -> dict[str, Any]:
        return {"initial": {"version": self.subject.current.number}}

    def context(self) -> dict[str, Any]:
        version = self.subject.current
        prefetch_related_objects([version], "milestones")
        return {
            "proposal": self.subject,
            "brief": self.subject.brief,
            "version": version,
            "milestones": version.offered_milestones,
            "split": split_for(self.subject, version.payments, version.currency),
        }

    def act(self, form: AcceptanceForm) -> str:
        version = form.cleaned_data["version"]
        accept_proposal(proposal=self.subject, by=self.actor(), version=version)
        return reverse("contracts:of_proposal", args=[self.subject.public_id])
