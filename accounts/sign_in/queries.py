"""The people of the demo marketplace, whom anybody may sign in as while it is a demo."""

from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.people.models import User

SHOWN_OF_EACH = 6


def demo_people() -> QuerySet[User]:
    """Nobody unless this is the demo."""
    people = User.objects.filter(is_demo=True, is_active=True)
    return people if settings.DEMO else people.none()


def demo_people_shown() -> list[tuple[User, str]]:
    """Some clients, freelancers and moderators of the demo with the part they play."""
    is_staff = Q(is_staff=True) | Q(is_moderator=True)
    people = demo_people().order_by("id")
    clients = people.exclude(is_staff).filter(memberships__isnull=False).distinct()
    freelancers = people.exclude(is_staff).filter(freelancer_profile__isnull=False)
    shown = [
        (person, f"Client, {person.memberships.all()[0].organisation}")
        for person in clients.prefetch_related("memberships__organisation")[:SHOWN_OF_EACH]
    ]
    shown += [
        (person, f"Freelancer, {person.freelancer_profile.headline}")
        for person in freelancers.select_related("freelancer_profile")[:SHOWN_OF_EACH]
    ]
    return shown + [(person, "Moderator") for person in people.filter(is_staff)[:SHOWN_OF_EACH]]
