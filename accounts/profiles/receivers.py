from typing import Any

from django.dispatch import receiver

from accounts.people.models import User
from accounts.people.signals import person_renamed
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.search_text import refresh_search_text


@receiver(person_renamed)
def find_under_new_name(user: User, **_: Any) -> None:
    """The words that a search reads of a profile hold the person's name."""
    for profile in FreelancerProfile.objects.filter(user=user):
        refresh_search_text(profile)
