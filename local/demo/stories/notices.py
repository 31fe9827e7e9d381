"""What people were told, and how much of it they have read."""

from accounts.notices.models import NoticeKind
from accounts.notices.queries import Ways, notifications_of
from accounts.notices.services.notifications import mark_read, set_preferences
from accounts.people.models import User
from local.demo.stories.jobs import run_promised_jobs

UNREAD = 4


def wish_for_no_email(user: User) -> None:
    """For people whom nobody can sign in as: their mail would only hide the visitor's."""
    set_preferences(user=user, wishes=dict.fromkeys(NoticeKind, Ways(email=False)))


def tell_notices() -> int:
    """Deliver what is promised and leave the newest few unread; returns how many are."""
    run_promised_jobs()
    people = User.objects.filter(is_demo=True)
    for user in people:
        for notification in notifications_of(user).order_by("-id")[UNREAD:]:
            mark_read(notification=notification)
    return sum(notifications_of(user).filter(read_at=None).count() for user in people)
