"""The freelancers that somebody keeps for later, as far as they may still be seen."""

from typing import Any

from django.db.models import F, QuerySet

from accounts.directory.models import SavedFreelancer
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.queries.profiles import profile_page


def saved_freelancers(user: Any) -> QuerySet[FreelancerProfile]:
    """Each with `saved_id`, which grows in the order of keeping."""
    return profile_page(user).filter(saves__user=user).annotate(saved_id=F("saves__id"))


def has_saved(user: Any, profile: FreelancerProfile) -> bool:
    return SavedFreelancer.objects.filter(user=user, profile=profile).exists()
