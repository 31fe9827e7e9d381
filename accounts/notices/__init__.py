from accounts.models import NoticeKind
from accounts.notices.registry import (
    Notice,
    builder_for,
    notice_for,
    notices_of,
    plain,
    without_links,
)

__all__ = [
    "Notice",
    "NoticeKind",
    "builder_for",
    "notice_for",
    "notices_of",
    "plain",
    "without_links",
]
