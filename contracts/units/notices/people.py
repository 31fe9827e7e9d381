"""Whom a contract concerns, and words that depend on the reader."""

from collections.abc import Iterable

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice
from accounts.people.models import User
from contracts.milestones.models import Milestone
from marketplace.core.data.models import Event
from marketplace.core.text.markdown import as_text


def about_milestone(
    milestone: Milestone,
    people: Iterable[User],
    subject: Subject,
    body: Body,
    *,
    url: str = "",
    action: str = "",
) -> Notice:
    return Notice(
        recipients=list(people),
        kind=NoticeKind.MILESTONES,
        subject=subject,
        body=body,
        url=url or milestone.get_absolute_url(),
        action=action or "Open the milestone",
    )


def on_milestone(start: str, milestone: Milestone, *words: object) -> Subject:
    """`start` filled with `words`, and then which milestone it is about."""
    end = f"milestone {milestone.position} of “{{}}”"
    return subject_line(f"{start} {end}", *words, milestone.contract.title)


def missed(event: Event) -> list[Quotation]:
    """The criteria that are not met, each with its reason, and what was said beside them."""
    criteria = event.particulars["criteria"]
    words = [part for row in criteria for part in (row["text"], row["reason"])]
    return [Quotation(part) for part in (*words, as_text(event.why)) if part]
