"""Freelancers as the cards of the directory."""

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.web.cards import rendered_cards


def freelancer_cards(profiles: Iterable[FreelancerProfile]) -> list[SafeString]:
    """Their cards, from the cache where nothing that they show has changed."""
    return rendered_cards(
        "accounts/directory_row.html",
        [(_version(profile), {"profile": profile}) for profile in profiles],
    )


def _version(profile: FreelancerProfile) -> list[Any]:
    """Every change of a profile sets `updated_at`; its name and first study are not its own."""
    studies = list(profile.case_studies.all())[:1]
    return [
        profile.public_id,
        profile.updated_at.isoformat(),
        profile.user.name,
        *((study.pk, study.updated_at.isoformat(), study.grade) for study in studies),
    ]
