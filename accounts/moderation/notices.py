"""What people hear of a moderator's acts on them."""

from collections.abc import Iterable

from accounts.letters.texts import Body, Quotation, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.models import Event


def _notice(recipient: User, subject: str, body: Body, url: str, action: str) -> Notice:
    return Notice(
        recipients=[recipient],
        kind=NoticeKind.ACCOUNT,
        subject=subject_line(subject),
        body=body,
        url=url,
        action=action,
    )


@notice_for("user.suspended")
def user_suspended(event: Event) -> Iterable[Notice]:
    yield _notice(
        event.subject,
        "Your account is suspended",
        [
            "A moderator has suspended your account: you cannot sign in. Contracts and held funds "
            "stay as they are, and no review or other period runs against you meanwhile where "
            "nobody else can decide for your side. The reason:",
            Quotation(event.why),
            "If you think that this is wrong, answer this message.",
        ],
        "/how-it-works/",
        "How Holdout works",
    )


@notice_for("user.restored")
def user_restored(event: Event) -> Iterable[Notice]:
    yield _notice(
        event.subject,
        "You can sign in again",
        [
            "A moderator has lifted the suspension of your account. The reason:",
            Quotation(event.why),
        ],
        "/desk/",
        "Go to your desk",
    )


@notice_for("profile.hidden")
def profile_hidden(event: Event) -> Iterable[Notice]:
    profile: FreelancerProfile = event.subject
    yield _notice(
        profile.user,
        "Your profile was hidden by a moderator",
        [
            "Clients cannot see it now. The reason:",
            Quotation(event.why),
            "If you think that this is wrong, answer this message.",
        ],
        "/profile/",
        "Open your profile",
    )


@notice_for("profile.shown")
def profile_shown(event: Event) -> Iterable[Notice]:
    profile: FreelancerProfile = event.subject
    yield _notice(
        profile.user,
        "Your profile can be seen again",
        ["A moderator shows it again. The reason:", Quotation(event.why)],
        "/profile/",
        "Open your profile",
    )
