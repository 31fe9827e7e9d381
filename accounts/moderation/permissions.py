"""Who may do what to people and profiles, of the staff: pure predicates of a user and a subject."""

from typing import Any

from accounts.organisations.models.organisations import Membership
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.staff.registry import can_moderate, is_of_staff


def can_moderate_person(user: Any, person: User) -> bool:
    """A moderator, but not over themselves, other staff, or those they work with."""
    if not can_moderate(user) or user.pk == person.pk or is_of_staff(person):
        return False
    return not Membership.objects.filter(
        user=user, organisation__in=person.memberships.values("organisation")
    ).exists()


def can_moderate_profile(user: Any, profile: FreelancerProfile) -> bool:
    return can_moderate_person(user, profile.user)


def can_give_powers(user: Any) -> bool:
    return bool(user.is_superuser)


def can_set_powers(user: Any, person: User) -> bool:
    """Administrators, never for themselves."""
    return can_give_powers(user) and user.pk != person.pk
