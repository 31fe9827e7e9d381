"""What the desk shows of briefs."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from accounts.desk.registry import Item, Panel, register_items, register_panel
from projects.briefs.queries.briefs import briefs_for_hirer, briefs_of, with_proposal_counts
from projects.briefs.states import LISTED, BriefState

SHOWN = 5

# What waits for others; drafts are items of the list.
CURRENT = (BriefState.IN_REVIEW, *LISTED)


@register_items("client")
def briefs_to_finish(request: HttpRequest) -> Iterable[Item]:
    for brief in briefs_for_hirer(request.user).filter(state=BriefState.DRAFT)[:SHOWN]:
        edit = reverse("projects:brief_edit", args=[brief.public_id])
        yield Item(
            title="Finish your brief",
            about=brief.title,
            about_url=brief.get_absolute_url(),
            act="Go on writing",
            url=edit,
            amount=brief.budget,
        )


@register_panel("client", order=40)
def current_briefs(request: HttpRequest) -> Panel | None:
    current = briefs_of(request.user).filter(state__in=CURRENT)
    rows = list(with_proposal_counts(current)[:SHOWN])
    return Panel("Your briefs", "projects/brief_desk.html", {"briefs": rows}) if rows else None
