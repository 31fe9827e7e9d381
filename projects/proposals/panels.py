"""What the desk shows of proposals."""

from collections.abc import Iterable
from typing import cast

from django.http import HttpRequest
from django.urls import reverse

from accounts.desk.registry import Item, Panel, register_items, register_panel
from accounts.organisations.queries import organisations_to_hire_for
from accounts.people.models import User
from marketplace.core.data.money import Money
from projects.briefs.models.briefs import Brief
from projects.briefs.panels import SHOWN
from projects.briefs.states import LISTED, BriefState
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.proposals import proposals_of, proposals_to
from projects.proposals.states import LIVE, UNDECIDED, ProposalState

# Proposals that are looked through for those that wait.
MOST = 60

SENT = [state for state in LIVE if state != ProposalState.DRAFT]


@register_items("client")
def proposals_to_decide(request: HttpRequest) -> Iterable[Item]:
    """One for each brief: its undecided proposals, by the earliest deadline."""
    rows = proposals_to(request.user).filter(state__in=UNDECIDED, brief__state__in=LISTED)
    hires_for = set(organisations_to_hire_for(cast(User, request.user)))
    by_brief: dict[Brief, list[Proposal]] = {}
    for proposal in rows[:MOST]:
        by_brief.setdefault(proposal.brief, []).append(proposal)
    for brief, proposals in by_brief.items():
        if brief.organisation in hires_for:
            yield _decision(brief, proposals)


def _decision(brief: Brief, proposals: list[Proposal]) -> Item:
    several = len(proposals) > 1
    page = "projects:comparison" if several else "projects:proposal"
    subject = brief if several else proposals[0]
    return Item(
        title=f"Decide on {len(proposals)} proposals"
        if several
        else f"Decide on the proposal of {proposals[0].freelancer}",
        about=brief.title,
        about_url=brief.get_absolute_url(),
        act="Compare them" if several else "Read it",
        url=reverse(page, args=[subject.public_id]),
        amount=_prices(proposals),
        due_at=min((p.lapses_at for p in proposals if p.lapses_at), default=None),
        due_words="The first expires on" if several else "It expires on",
    )


def _prices(proposals: list[Proposal]) -> tuple[Money, Money] | None:
    """The lowest and the highest; a week or a month is not compared with all of the work."""
    versions = [proposal.current for proposal in proposals if proposal.current]
    if not versions or any(version.recurring for version in versions):
        return None
    prices = sorted((version.price for version in versions), key=lambda price: price.minor)
    return prices[0], prices[-1]


@register_items("freelancer")
def proposals_to_finish(request: HttpRequest) -> Iterable[Item]:
    drafts = proposals_of(request.user).filter(
        state=ProposalState.DRAFT, brief__state=BriefState.OPEN
    )
    for proposal in drafts[:SHOWN]:
        yield Item(
            title="Finish your proposal",
            about=proposal.brief.title,
            about_url=proposal.brief.get_absolute_url(),
            act="Go on writing",
            url=reverse("projects:proposal_edit", args=[proposal.public_id]),
        )


@register_panel("freelancer", order=40)
def own_proposals(request: HttpRequest) -> Panel | None:
    rows = list(proposals_of(request.user).filter(state__in=SENT)[:SHOWN])
    if not rows:
        return None
    return Panel("Your proposals", "projects/proposal_desk.html", {"proposals": rows})
