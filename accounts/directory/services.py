"""The freelancers that a client keeps for later. Nobody else is told of it."""

from accounts.directory.models import SavedFreelancer
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile


def save_freelancer(*, profile: FreelancerProfile, user: User) -> None:
    """Keep a profile; once more changes nothing."""
    SavedFreelancer.objects.get_or_create(user=user, profile=profile)


def forget_freelancer(*, profile: FreelancerProfile, user: User) -> None:
    """Take a profile off the list; one that is not on it stays off."""
    SavedFreelancer.objects.filter(user=user, profile=profile).delete()
