"""What the desk shows of briefs and proposals."""

from django.http import HttpRequest

from accounts.desk import Panel, register_panel
from projects.queries.briefs import briefs_of, with_proposal_counts
from projects.queries.proposals import proposals_of, proposals_to
from projects.states import LISTED, LIVE, UNDECIDED, UNPUBLISHED

SHOWN = 5
CURRENT = (*UNPUBLISHED, *LISTED)


@register_panel("client", order=30)
def proposals_to_decide(request: HttpRequest) -> Panel | None:
    rows = list(proposals_to(request.user).filter(state__in=UNDECIDED)[:SHOWN])
    if not rows:
        return None
    return Panel("Proposals to decide on", "projects/desk_decisions.html", {"proposals": rows})


@register_panel("client", order=40)
def current_briefs(request: HttpRequest) -> Panel | None:
    current = briefs_of(request.user).filter(state__in=CURRENT)
    rows = list(with_proposal_counts(current)[:SHOWN])
    return Panel("Your briefs", "projects/desk_briefs.html", {"briefs": rows}) if rows else None


@register_panel("freelancer", order=40)
def own_proposals(request: HttpRequest) -> Panel | None:
    rows = list(proposals_of(request.user).filter(state__in=LIVE)[:SHOWN])
    if not rows:
        return None
    return Panel("Your proposals", "projects/desk_proposals.html", {"proposals": rows})
