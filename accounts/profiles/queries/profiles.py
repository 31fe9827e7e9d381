"""Profiles as their owners, and those who may open them, read them."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile

# Listed, not hidden by a moderator, of a person who is not suspended.
OPEN_TO_ALL = Q(is_listed=True, is_hidden=False, user__is_active=True)


def is_open_to_all(profile: FreelancerProfile) -> bool:
    """As it is stored now, whatever was read before."""
    return FreelancerProfile.objects.filter(OPEN_TO_ALL, pk=profile.pk).exists()


def best_studies() -> Prefetch:
    return Prefetch("case_studies", queryset=CaseStudy.objects.order_by("-finished_in", "-id"))


def profile_page(viewer: Any) -> QuerySet[FreelancerProfile]:
    """Profiles that `viewer` may open by their address: listed ones and their own."""
    visible = OPEN_TO_ALL
    if viewer.is_authenticated:
        visible |= Q(user=viewer)
    return (
        FreelancerProfile.objects.filter(visible)
        .select_related("user")
        .prefetch_related("tools", best_studies())
    )


def own_profile(user: Any) -> QuerySet[FreelancerProfile]:
    return FreelancerProfile.objects.filter(user=user).select_related("user")


def own_case_studies(user: Any) -> QuerySet[CaseStudy]:
    return CaseStudy.objects.filter(profile__user=user).select_related("profile__user")


def country_of(user: Any) -> str:
    """Where a person says they live (ISO 3166-1 alpha-2); empty when they do not."""
    found = FreelancerProfile.objects.filter(user=user).values_list("country", flat=True).first()
    return found or ""


def currency_of_freelancer(user: Any) -> str:
    """In which a person names their prices; empty when they have no profile."""
    if not user.is_authenticated:
        return ""
    found = FreelancerProfile.objects.filter(user=user).values_list("currency", flat=True).first()
    return found or ""
