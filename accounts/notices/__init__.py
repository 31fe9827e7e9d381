from accounts.models import NoticeKind
from accounts.notices.letters import Body, Part, Points, Quotation, Subject, subject_line
from accounts.notices.registry import Notice, builder_for, notice_for, notices_of, told_verbs

__all__ = [
    "Body",
    "Notice",
    "NoticeKind",
    "Part",
    "Points",
    "Quotation",
    "Subject",
    "builder_for",
    "notice_for",
    "notices_of",
    "subject_line",
    "told_verbs",
]
