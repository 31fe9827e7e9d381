"""The proposals to a brief as its client reads them: in a list, and beside each other."""

from typing import Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404

from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import may_hire
from projects.briefs.queries.briefs import briefs_of
from projects.comparison.queries import MOST, comparable_proposals, compare
from projects.invitations.queries import invitations_to
from projects.invitations.services import MOST as MOST_INVITED
from projects.proposals.models.proposals import Proposal
from projects.proposals.permissions import can_view_proposals_of
from projects.proposals.queries.proposals import proposals_for
from projects.proposals.states import UNDECIDED, ProposalState

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

    template = "projects/comparison_page.html"

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
