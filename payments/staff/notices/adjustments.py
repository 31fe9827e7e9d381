"""What staff hear of acts that need a second person."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.people.models import User
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment
from payments.escrows.notices.people import staff
from payments.staff.models import Adjustment
from payments.staff.permissions import can_decide_adjustment


def _about(adjustment: Adjustment, recipients: list[User], subject: Subject, body: Body) -> Notice:
    return Notice(
        recipients=recipients,
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:staff_adjustment", args=[adjustment.public_id]),
        action="Look at it",
    )


@notice_for("adjustment.asked")
def adjustment_asked(event: Event) -> Iterable[Notice]:
    adjustment: Adjustment = event.subject
    assert adjustment.expires_at  # whatever waits for a second person does
    others = [user for user in staff() if can_decide_adjustment(user, adjustment)]
    yield _about(
        adjustment,
        others,
        subject_line("A second person is needed: {}", adjustment),
        [
            f"{adjustment.asked_by} asks for it. Nothing moves until somebody else approves, at "
            f"the latest on {moment(adjustment.expires_at)}. The reason:",
            Quotation(event.why),
        ],
    )


@notice_for("adjustment.approved", "adjustment.declined")
def adjustment_decided(event: Event) -> Iterable[Notice]:
    adjustment: Adjustment = event.subject
    is_done = event.verb == "adjustment.approved"
    outcome = "approved and carried out" if is_done else "declined; nothing was moved"
    yield _about(
        adjustment,
        [adjustment.asked_by],
        subject_line("{}: {}", "Approved" if is_done else "Declined", adjustment),
        [f"{event.actor} decided: {outcome}. The reason:", Quotation(event.why)],
    )


@notice_for("adjustment.expired")
def adjustment_expired(event: Event) -> Iterable[Notice]:
    adjustment: Adjustment = event.subject
    yield _about(
        adjustment,
        [adjustment.asked_by],
        subject_line("Lapsed: {}", adjustment),
        "Nobody decided about it in time, so nothing was moved. You can ask for it anew.",
    )
