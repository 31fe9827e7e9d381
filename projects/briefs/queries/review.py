"""Which briefs a moderator reads before they are published (product.md section 3)."""

from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from marketplace.core.data.events import events_of
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BriefState

FIRST = "it is the first brief of your organisation"
RETURNED = "a moderator returned it before"
REGULATED = "it names data of a regulated domain"


def reasons_for_review(brief: Brief) -> list[str]:
    """Why `brief` has to pass the moderators' queue, in words to its owner; empty if it has not."""
    if not settings.BRIEF_REVIEW_FIRST:
        return []
    reasons = [] if _published_before(brief.organisation_id).exists() else [FIRST]
    if _was_returned(brief):
        reasons.append(RETURNED)
    return [*reasons, REGULATED] if brief.is_regulated else reasons


def _was_returned(brief: Brief) -> bool:
    """Then what was wrong is looked at again, even where nothing else asks for a review."""
    return bool(brief.queued_at) and events_of(brief).filter(verb="brief.returned").exists()


def last_word_on(brief: Brief) -> Event | None:
    """What a moderator said of a brief that is removed, or was returned and not sent since."""
    if brief.state == BriefState.REMOVED:
        return events_of(brief).filter(verb="brief.removed").last()
    if brief.is_draft and brief.queued_at:
        turns = events_of(brief).filter(verb__in=("brief.queued", "brief.returned"))
        last = turns.last()
        return last if last and last.verb == "brief.returned" else None
    return None


def briefs_in_review() -> QuerySet[Brief]:
    """The queue, longest waiting first, with `is_first` of its organisation."""
    return (
        Brief.objects.filter(state=BriefState.IN_REVIEW)
        .annotate(is_first=~Exists(_published_before(OuterRef("organisation"))))
        .select_related("organisation", "created_by")
        .order_by("queued_at", "id")
    )


def _published_before(organisation: Any) -> QuerySet[Brief]:
    """What speaks for an organisation: a published brief that no moderator removed."""
    rows = Brief.objects.filter(organisation=organisation, published_at__isnull=False)
    return rows.exclude(state=BriefState.REMOVED)
