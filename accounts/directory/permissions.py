"""Who may do what with the directory: pure predicates of a user and a subject."""

from typing import Any

from accounts.organisations.permissions import is_client
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.permissions import owns_profile


def can_save_profile(user: Any, profile: FreelancerProfile) -> bool:
    """A client keeps others for later, not themselves."""
    return not owns_profile(user, profile) and is_client(user)
