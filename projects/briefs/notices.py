"""Who hears what of a brief, where those who proposed hear nothing."""

from collections.abc import Iterable, Sequence

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import hiring_members
from accounts.people.models import User
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief


def about_brief(
    brief: Brief, to: Sequence[User], subject: Subject, body: Body, action: str = "Open the brief"
) -> Notice:
    return Notice(
        recipients=to,
        kind=NoticeKind.BRIEFS,
        subject=subject,
        body=body,
        url=brief.get_absolute_url(),
        action=action,
    )


@notice_for("brief.published", "brief.closed", "brief.filled")
def brief_moved(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    said = {
        "brief.published": f"{event.actor} published it. {brief.invitation}",
        "brief.closed": f"{event.actor} closed it. Its undecided proposals were closed with it.",
        "brief.filled": "Its contract is active. The other proposals were closed.",
    }[event.verb]
    state = event.verb.partition(".")[2]
    yield about_brief(
        brief, hiring_members(brief.organisation), subject_line("“{}” was {}", brief, state), said
    )


@notice_for("brief.queued", "brief.recalled", "brief.approved", "brief.returned")
def brief_reviewed(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    told: dict[str, tuple[Subject, Body]] = {
        "brief.queued": (
            subject_line("“{}” waits for a moderator", brief),
            f"{event.actor} sent it for review. It is published once a moderator has read it.",
        ),
        "brief.recalled": (
            subject_line("“{}” was taken back from review", brief),
            f"{event.actor} made it a draft again, to be changed or sent once more.",
        ),
        "brief.approved": (
            subject_line("“{}” was published", brief),
            f"A moderator has read it. {brief.invitation}",
        ),
        "brief.returned": (
            subject_line("“{}” needs a change before it is published", brief),
            [
                "A moderator read it and returned it to you as a draft. Change it and send it "
                "again. The reason:",
                Quotation(event.why),
            ],
        ),
    }
    subject, body = told[event.verb]
    yield about_brief(brief, hiring_members(brief.organisation), subject, body)


@notice_for("brief.warned")
def brief_warned(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield about_brief(
        brief,
        hiring_members(brief.organisation),
        subject_line("“{}” expires in five days", brief),
        "Nothing has happened on it for 25 days. Edit it, answer a proposal, or say that it stays "
        "open; otherwise it expires, and its undecided proposals are closed.",
        action="Keep it open",
    )


@notice_for("brief.expired")
def brief_expired(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield about_brief(
        brief,
        hiring_members(brief.organisation),
        subject_line("“{}” has expired", brief),
        "Nothing had happened on it for 30 days. Its undecided proposals were closed.",
    )
