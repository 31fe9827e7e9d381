"""Who looks at a page: what they may act as, and how much waits unread, in one query."""

from django.db.models import Count, Exists, IntegerField, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from accounts.notices.models import Notification
from accounts.organisations.models.organisations import Membership
from accounts.people.models import User
from accounts.people.standing import Standing
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.alphabet import alphabetically


def standing_of(user: User) -> Standing:
    unread = (
        Notification.objects.filter(user=OuterRef("pk"), read_at=None, is_shown=True)
        .order_by()
        .values("user")
        .annotate(total=Count("pk"))
        .values("total")
    )
    row = (
        User.objects.filter(pk=user.pk)
        .values_list(
            Exists(Membership.objects.filter(user=OuterRef("pk"))),
            Exists(FreelancerProfile.objects.filter(user=OuterRef("pk"))),
            Coalesce(Subquery(unread, output_field=IntegerField()), 0),
        )
        .first()
    )
    return Standing(*row) if row else Standing()


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
