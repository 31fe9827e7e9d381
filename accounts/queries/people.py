"""A person as they see themselves."""

from django.db.models import Prefetch

from accounts.models import Membership, User
from marketplace.core.data.alphabet import alphabetically


def person_with_standing(user: User) -> User:
    """`user` with their memberships, by organisation, and freelancer profile at hand."""
    memberships = Membership.objects.select_related("organisation")
    return (
        User.objects.select_related("freelancer_profile")
        .prefetch_related(
            Prefetch(
                "memberships", memberships.order_by(*alphabetically("organisation__name"), "id")
            )
        )
        .get(pk=user.pk)
    )
