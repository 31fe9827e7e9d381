"""Freelancers as clients find them."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Prefetch, Q, QuerySet

from accounts.models import CaseStudy, FreelancerProfile, User

# Below this a typed word is taken for another one (pg_trgm's word similarity).
SIMILAR = 0.5


def listed_profiles() -> QuerySet[FreelancerProfile]:
    """Profiles that may be found: listed, not hidden, of an active person, with a specialism."""
    return FreelancerProfile.objects.filter(
        is_listed=True, is_hidden=False, user__is_active=True
    ).exclude(specialisms=[])


def directory(
    *,
    words: str = "",
    specialisms: Sequence[str] = (),
    industries: Sequence[str] = (),
    available: bool = False,
) -> QuerySet[FreelancerProfile]:
    """Listed profiles that fit every filter; each word may be misspelt a little."""
    found = listed_profiles()
    if specialisms:
        found = found.filter(specialisms__overlap=list(specialisms))
    if industries:
        found = found.filter(industries__overlap=list(industries))
    if available:
        found = found.exclude(availability=FreelancerProfile.Availability.UNAVAILABLE)
    for number, word in enumerate(words.split()[:6]):
        alias = f"likeness_{number}"
        found = found.alias(**{alias: TrigramWordSimilarity(word, "search_text")}).filter(
            Q(search_text__icontains=word) | Q(**{f"{alias}__gte": SIMILAR})
        )
    return found.select_related("user").prefetch_related("tools", _best_studies())


def _best_studies() -> Prefetch:
    return Prefetch("case_studies", queryset=CaseStudy.objects.order_by("-finished_in", "-id"))


def profile_page(viewer: Any) -> QuerySet[FreelancerProfile]:
    """Profiles that `viewer` may open by their address: listed ones and their own."""
    visible = Q(is_listed=True, is_hidden=False, user__is_active=True)
    if viewer.is_authenticated:
        visible |= Q(user=viewer)
    return (
        FreelancerProfile.objects.filter(visible)
        .select_related("user")
        .prefetch_related("tools", _best_studies())
    )


def own_profile(user: Any) -> QuerySet[FreelancerProfile]:
    return FreelancerProfile.objects.filter(user=user).select_related("user")


def own_case_studies(user: Any) -> QuerySet[CaseStudy]:
    return CaseStudy.objects.filter(profile__user=user).select_related("profile__user")


def country_of(user: User) -> str:
    """Where a person says they live (ISO 3166-1 alpha-2); empty when they do not."""
    found = FreelancerProfile.objects.filter(user=user).values_list("country", flat=True).first()
    return found or ""
