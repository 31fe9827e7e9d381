"""What the client does with the proposals to a brief: read, compare, shortlist, decide."""

from typing import Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import Actor, client
from marketplace.core.web.addresses import next_page
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Act, FormPage, Page, client_address
from projects.forms.decisions import AcceptanceForm, DeclineForm
from projects.models import Brief, Proposal
from projects.permissions import can_decide_on_proposal, can_view_proposals_of, may_hire
from projects.queries.briefs import briefs_of
from projects.queries.comparison import MOST, comparable_proposals, compare
from projects.queries.fees import split_price
from projects.queries.invitations import invitations_to
from projects.queries.proposals import proposals_for, proposals_visible_to
from projects.services.invitations import MOST as MOST_INVITED
from projects.services.proposals import accept_proposal, decline_proposal, shortlist_proposal
from projects.states import UNDECIDED, ProposalState

SHOWN = {
    "undecided": (*UNDECIDED, ProposalState.ACCEPTED),
    "shortlisted": (ProposalState.SHORTLISTED, ProposalState.ACCEPTED),
    "ended": (
        ProposalState.DECLINED,
        ProposalState.WITHDRAWN,
        ProposalState.EXPIRED,
        ProposalState.CLOSED,
    ),
}


class OfMembersBrief(Page):
    """Loads a brief of an organisation that the viewer belongs to."""

    permission = can_view_proposals_of

    def load(self) -> Brief:
        return get_object_or_404(briefs_of(self.request.user), public_id=self.kwargs["public_id"])


class BriefProposals(OfMembersBrief):
    template = "projects/brief_proposals.html"

    def context(self) -> dict[str, Any]:
        show = self.request.GET.get("show", "undecided")
        show = show if show in SHOWN else "undecided"
        rows = proposals_for(self.subject).filter(state__in=SHOWN[show])
        after = self.request.GET.get("after", "")
        return {
            "brief": self.subject,
            "page": keyset_page(rows, keys=("-submitted_at", "-id"), after=after),
            "show": show,
            "can_decide": may_hire(self.subject.viewer_role),
            "most": MOST,
            "invitations": list(invitations_to(self.subject)[:MOST_INVITED]),
        }


class Comparison(OfMembersBrief):
    """Up to four proposals beside each other: those chosen, else the shortlist first."""

    template = "projects/comparison.html"

    def context(self) -> dict[str, Any]:
        compared = compare(self.subject, self._chosen())
        chosen = [("p", str(column.proposal.public_id)) for column in compared.columns]
        return {
            "brief": self.subject,
            "columns": compared.columns,
            "differing": compared.differing,
            "can_decide": may_hire(self.subject.viewer_role),
            # The same columns, after one of them was decided on.
            "here": f"{self.request.path}?{urlencode(chosen)}",
        }

    def _chosen(self) -> list[Proposal]:
        everything = list(comparable_proposals(self.subject)[:50])
        chosen = set(self.request.GET.getlist("p"))
        named = [proposal for proposal in everything if str(proposal.public_id) in chosen]
        everything.sort(key=lambda proposal: proposal.state != ProposalState.SHORTLISTED)
        return (named or everything)[:MOST]


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
    form_class = DeclineForm
    said = "The proposal is declined. The freelancer reads your reason."

    def context(self) -> dict[str, Any]:
        return {"proposal": self.subject, "brief": self.subject.brief, "back": self.back()}

    def act(self, form: DeclineForm) -> str:
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
        return {
            "proposal": self.subject,
            "brief": self.subject.brief,
            "version": version,
            "milestones": list(version.milestones.all()),
            "split": split_price(version.price),
        }

    def act(self, form: AcceptanceForm) -> str:
        version = form.cleaned_data["version"]
        accept_proposal(proposal=self.subject, by=self.actor(), version=version)
        return reverse("contracts:of_proposal", args=[self.subject.public_id])
