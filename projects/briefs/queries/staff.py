"""Briefs as moderators look at them: what was appealed, what is new, what fits some words."""

from datetime import timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from marketplace.core.data.models import Event
from marketplace.core.staff.registry import identifier_in
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BriefState

NEWS = timedelta(days=7)


def appealed_briefs() -> QuerySet[Brief]:
    """Removed briefs whose organisation appealed, the longest waiting first, with `appeal`."""
    appeals = Event.objects.filter(
        subject_type=Brief._meta.label_lower, subject_id=OuterRef("pk"), verb="brief.appealed"
    )
    return (
        Brief.objects.filter(state=BriefState.REMOVED, appealed_at__isnull=False)
        .annotate(appeal=Subquery(appeals.order_by("-id").values("why")[:1]))
        .select_related("organisation")
        .order_by("appealed_at", "id")
    )


def first_briefs() -> QuerySet[Brief]:
    """Open first briefs of organisations, published in the last week."""
    return (
        Brief.objects.filter(
            state=BriefState.OPEN,
            is_first_published=True,
            published_at__gt=timezone.now() - NEWS,
        )
        .select_related("organisation")
        .order_by("-published_at", "-id")
    )


def briefs_like(words: str) -> QuerySet[Brief]:
    """By part of the title or organisation, or by identifier; drafts are nobody's business."""
    wanted = Q(title__unaccent__icontains=words) | Q(organisation__name__unaccent__icontains=words)
    if identifier := identifier_in(words):
        wanted |= Q(public_id=identifier)
    rows = Brief.objects.filter(wanted).exclude(state=BriefState.DRAFT)
    return rows.select_related("organisation").order_by("-id")


def published_briefs_of(organisation: Any) -> QuerySet[Brief]:
    rows = Brief.objects.filter(organisation=organisation).exclude(state=BriefState.DRAFT)
    return rows.order_by("-id")
