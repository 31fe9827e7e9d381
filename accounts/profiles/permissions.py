"""Who may do what with a profile: pure predicates of a user and a subject."""

from typing import Any

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile


def is_freelancer(user: Any) -> bool:
    return user.is_authenticated and FreelancerProfile.objects.filter(user=user).exists()


def has_case_study(user: Any) -> bool:
    """What a first proposal needs of its author."""
    return user.is_authenticated and CaseStudy.objects.filter(profile__user=user).exists()


def can_view_profile(user: Any, profile: FreelancerProfile) -> bool:
    """An unlisted or hidden profile shows itself to its owner only."""
    return (profile.is_listed and not profile.is_hidden) or profile.user_id == user.pk


def can_invite_freelancer(user: Any, profile: FreelancerProfile) -> bool:
    """Anybody signed in learns there what they lack; nobody invites themselves."""
    return user.is_authenticated and not owns_profile(user, profile)


def owns_profile(user: Any, profile: FreelancerProfile) -> bool:
    return profile.user_id == user.pk


def owns_case_study(user: Any, case_study: CaseStudy) -> bool:
    return case_study.profile.user_id == user.pk
