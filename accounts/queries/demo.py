"""The people of the demo marketplace, whom anybody may sign in as while it is a demo."""

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import User


def demo_people() -> QuerySet[User]:
    """Nobody unless this is the demo."""
    people = User.objects.filter(is_demo=True, is_active=True) if settings.DEMO else None
    return people.order_by("id") if people is not None else User.objects.none()
