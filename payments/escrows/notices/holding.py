"""What both sides and staff hear of money that is held for long."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import paying_members
from marketplace.core.data.models import Event
from marketplace.core.text.moments import day, moment
from payments.escrows.models.escrows import Escrow
from payments.escrows.notices.people import about_escrow, staff


@notice_for("escrow.grown_old")
def funds_grown_old(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    since, end = escrow.funded_at, escrow.must_end_by
    assert since and end  # only held money grows old
    subject = subject_line("{} can be held until {}", escrow.outstanding, day(end))
    body = (
        f"The money for “{escrow.title}” has been held since {day(since)}. The "
        f"payment processor’s rules let us hold it until {moment(end)}: by then it must have "
        "been released or refunded. "
    )
    to_payer = "Please approve what was delivered, release a part, or cancel what is left."
    yield about_escrow(escrow, paying_members(escrow.payer), subject, body + to_payer)
    to_payee = "Please deliver what is left, or agree with your client how to end it."
    yield about_escrow(escrow, [escrow.payee], subject, body + to_payee)
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject,
        body=f"{body}{escrow.payer} and {escrow.payee} have been told.",
        url=reverse("payments:staff_escrow", args=[escrow.public_id]),
        action="Look at it",
    )
