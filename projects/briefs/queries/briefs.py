"""Reads of briefs, each scoped to who looks."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from accounts.organisations.models.organisations import Membership
from marketplace.core.data.arrays import AnyOf
from projects.briefs.models.briefs import Brief, Visibility
from projects.briefs.registry import column
from projects.briefs.states import MODERATED, READABLE, BriefState

COUNT_CAP = 1_000


def open_briefs() -> QuerySet[Brief]:
    """What Find work lists, newest first."""
    return (
        Brief.objects.filter(state=BriefState.OPEN, visibility=Visibility.LISTED)
        .select_related("organisation")
        .order_by("-published_at", "-id")
    )


def briefs_of(user: Any) -> QuerySet[Brief]:
    """The briefs of the organisations of `user`, with the `viewer_role` there; newest first."""
    if not user.is_authenticated:
        return Brief.objects.none()
    seats = _seats_of(user)
    seat = seats.filter(organisation=OuterRef("organisation"))
    mine = Brief.objects.filter(AnyOf("organisation", seats.values("organisation")))
    return (
        Brief.objects.filter(AnyOf("pk", mine.values("pk")))
        .annotate(viewer_role=Subquery(seat.values("role")))
        .select_related("organisation", "created_by")
        .order_by("-id")
    )


def briefs_visible_to(user: Any) -> QuerySet[Brief]:
    """Published briefs for all; the rest for members; moderators see what they decide on."""
    visible = Q(state__in=READABLE)
    if user.is_authenticated:
        visible |= Q(AnyOf("organisation", _seats_of(user).values("organisation")))
    if getattr(user, "is_moderator", False):
        visible |= Q(state__in=MODERATED)
    return Brief.objects.filter(visible).select_related("organisation", "created_by")


def briefs_for_hirer(user: Any) -> QuerySet[Brief]:
    """Briefs that `user` may edit, publish and decide on."""
    roles = (Membership.Role.OWNER, Membership.Role.HIRING_MANAGER)
    seats = _seats_of(user).filter(role__in=roles)
    rows = Brief.objects.filter(AnyOf("organisation", seats.values("organisation")))
    return rows.select_related("organisation", "created_by")


def _seats_of(user: Any) -> QuerySet[Membership]:
    return Membership.objects.filter(user=user)


def with_proposal_counts(briefs: QuerySet[Brief]) -> QuerySet[Brief]:
    """Adds `proposal_count` (ever sent) and `undecided_count` (waiting for the client)."""
    return briefs.annotate(
        proposal_count=column("proposal_count"), undecided_count=column("undecided_count")
    )


def capped_count(briefs: QuerySet[Brief]) -> int:
    """How many there are, counting no further than one beyond the cap."""
    return briefs.order_by()[: COUNT_CAP + 1].count()
