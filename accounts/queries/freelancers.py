"""Freelancers as clients find them."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Prefetch, Q, QuerySet

from accounts.models import CaseStudy, FreelancerProfile

# Below this a typed word is taken for another one (pg_trgm's word similarity).
SIMILAR = 0.5


# Listed, not hidden by a moderator, of a person who is not suspended.
OPEN_TO_ALL = Q(is_listed=True, is_hidden=False, user__is_active=True)


def listed_profiles() -> QuerySet[FreelancerProfile]:
    """Profiles that may be found: open to all, with a specialism."""
    return FreelancerProfile.objects.filter(OPEN_TO_ALL).exclude(specialisms=[])


def is_open_to_all(profile: FreelancerProfile) -> bool:
    """As it is stored now, whatever was read before."""
    return FreelancerProfile.objects.filter(OPEN_TO_ALL, pk=profile.pk).exists()


def directory(
    *,
    words: str = "",
    specialisms: Sequence[str] = (),
    industries: Sequence[str] = (),
    available: bool = False,
    currency: str = "",
    most: int | None = None,
) -> QuerySet[FreelancerProfile]:
    """Listed profiles that fit every filter; each word may be misspelt a little.

    `most` is in minor units of `currency`: who takes no project that small is left out.
    """
    found = listed_profiles()
    if specialisms:
        found = found.filter(specialisms__overlap=list(specialisms))
    if industries:
        found = found.filter(industries__overlap=list(industries))
    if available:
        found = found.exclude(availability=FreelancerProfile.Availability.UNAVAILABLE)
    if currency:
        found = found.filter(currency=currency)
    if most is not None:
        found = found.filter(fixed_from__lte=most)
    for number, word in enumerate(words.split()[:6]):
        alias = f"likeness_{number}"
        found = found.alias(**{alias: TrigramWordSimilarity(word, "search_text")}).filter(
            Q(search_text__icontains=word) | Q(**{f"{alias}__gte": SIMILAR})
        )
    return found.select_related("user").prefetch_related(_best_studies())


def _best_studies() -> Prefetch:
    return Prefetch("case_studies", queryset=CaseStudy.objects.order_by("-finished_in", "-id"))


def profile_page(viewer: Any) -> QuerySet[FreelancerProfile]:
    """Profiles that `viewer` may open by their address: listed ones and their own."""
    visible = OPEN_TO_ALL
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


def country_of(user: Any) -> str:
    """Where a person says they live (ISO 3166-1 alpha-2); empty when they do not."""
    found = FreelancerProfile.objects.filter(user=user).values_list("country", flat=True).first()
    return found or ""
