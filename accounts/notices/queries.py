"""What a person has been told, and how they want to be told."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from accounts.notices.models import NoticeKind, NoticePreference, Notification
from accounts.people.models import User


class Ways(NamedTuple):
    """How one kind of notice reaches a person."""

    in_app: bool = True
    email: bool = True


def notifications_of(user: User) -> QuerySet[Notification]:
    return Notification.objects.filter(user=user, is_shown=True)


def ways_of(users: Iterable[User]) -> dict[int, dict[NoticeKind, Ways]]:
    """The wishes of each user, by their row number; both ways where nothing was said."""
    ids = {user.pk for user in users}
    found = {pk: dict.fromkeys(NoticeKind, Ways()) for pk in ids}
    for row in NoticePreference.objects.filter(user__in=ids):
        kind = NoticeKind(row.kind)
        always = kind.is_always_emailed
        found[row.user_id][kind] = Ways(row.in_app or always, row.email or always)
    return found
