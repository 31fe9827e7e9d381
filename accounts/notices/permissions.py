"""Who may do what with a notice: pure predicates of a user and a subject."""

from typing import Any

from accounts.notices.models import Notification


def owns_notification(user: Any, notification: Notification) -> bool:
    return notification.user_id == user.pk
