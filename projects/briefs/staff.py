"""What briefs tell staff: queues, a part of an organisation's page, what a search finds."""

from typing import Any

from django.urls import reverse

from marketplace.core.staff.entries import register_subject
from marketplace.core.staff.registry import (
    FOUND,
    Finding,
    Findings,
    Queue,
    Section,
    queue_of,
    register_queue,
    register_search,
    register_section,
)
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.review import briefs_in_review
from projects.briefs.queries.staff import (
    appealed_briefs,
    briefs_like,
    first_briefs,
    published_briefs_of,
)


@register_queue(order=5)
def to_review() -> Queue:
    return queue_of(
        briefs_in_review(),
        since="queued_at",
        title="Briefs to review",
        about="First briefs, and briefs of regulated domains, before they are published.",
        url=reverse("projects:staff_review_queue"),
        empty="No brief waits to be published.",
    )


@register_queue(order=10)
def appeals() -> Queue:
    return queue_of(
        appealed_briefs(),
        since="appealed_at",
        title="Appeals against a removal",
        about="An organisation says that its brief should not have been removed.",
        url=reverse("projects:staff_appeals"),
        empty="No removed brief is under appeal.",
    )


@register_queue(order=80)
def new_clients() -> Queue:
    return queue_of(
        first_briefs(),
        since="published_at",
        title="First briefs",
        about="The first brief that an organisation published, in the last 7 days.",
        url=reverse("projects:staff_first_briefs"),
        empty="No organisation published its first brief in the last 7 days.",
        is_news=True,
    )


@register_section("organisation", order=10)
def briefs_of_organisation(organisation: Any) -> Section | None:
    rows = list(published_briefs_of(organisation)[:FOUND])
    return Section("Briefs", "staff/brief_rows.html", {"briefs": rows}) if rows else None


@register_search(order=30)
def found_briefs(words: str) -> Findings:
    rows = [
        Finding(brief.title, f"{brief.organisation}, {_state(brief)}", brief.get_absolute_url())
        for brief in briefs_like(words)[:FOUND]
    ]
    return Findings("Briefs", rows)


def _state(brief: Brief) -> str:
    return brief.get_state_display().lower()


register_subject("projects.brief", url=Brief.get_absolute_url)
