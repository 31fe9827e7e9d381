"""Who looks at a page: what they may act as, and how much waits unread, in one query."""

from django.db import connection
from django.db.models import Prefetch

from accounts.organisations.models.organisations import Membership
from accounts.people.models import User
from accounts.people.standing import COUNT_LIMIT, Standing
from marketplace.core.data.alphabet import alphabetically

# Every page asks this. The ORM takes many times as long to write it as Postgres to answer.
STANDING = """
SELECT
    EXISTS (SELECT FROM accounts_membership WHERE user_id = %(user)s),
    EXISTS (SELECT FROM accounts_freelancerprofile WHERE user_id = %(user)s),
    (SELECT count(*) FROM (
        SELECT FROM accounts_notification
        WHERE user_id = %(user)s AND read_at IS NULL AND is_shown LIMIT %(limit)s
    ) unread)
"""


def standing_of(user: User) -> Standing:
    """Unread notices are counted up to `COUNT_LIMIT`."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, {"user": user.pk, "limit": COUNT_LIMIT})
        return Standing(*cursor.fetchone())


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
