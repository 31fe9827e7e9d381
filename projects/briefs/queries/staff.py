"""Briefs as moderators look at them: what was appealed, what is new, what fits some words."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from marketplace.core.data.models import Event
from marketplace.core.staff.registry import identifier_in
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BriefState

NEWS = timedelta(days=7)


def appealed_briefs() -> QuerySet[Brief]:
    """Removed briefs whose organisation appealed after the last removal, with `appealed_at`."""
    events = Event.objects.filter(
        subject_type=Brief._meta.label_lower, subject_id=OuterRef("pk")
    ).order_by("-id")
    appeals = events.filter(verb="brief.appealed")
    return (
        Brief.objects.filter(state=BriefState.REMOVED)
        .annotate(
            appealed_at=Subquery(appeals.values("at")[:1]),
            appeal=Subquery(appeals.values("why")[:1]),
            appeal_number=Subquery(appeals.values("id")[:1]),
            removal_number=Subquery(events.filter(verb="brief.removed").values("id")[:1]),
        )
        .filter(appeal_number__gt=F("removal_number"))
        .select_related("organisation")
        .order_by("-id")
    )


def first_briefs() -> QuerySet[Brief]:
    """Open first briefs of organisations, published in the last week."""
    earlier = Brief.objects.filter(
        organisation=OuterRef("organisation"), published_at__lt=OuterRef("published_at")
    )
    return (
        Brief.objects.filter(
            ~Exists(earlier), state=BriefState.OPEN, published_at__gt=timezone.now() - NEWS
        )
        .select_related("organisation")
        .order_by("-id")
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
