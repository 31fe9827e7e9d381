"""What staff hear of both books."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from payments.escrows.notices.people import staff


@notice_for("reconciliation.differed")
def books_differ(event: Event) -> Iterable[Notice]:
    """Once for what is news: of a case that stays open staff have heard."""
    opened = event.particulars["opened"]
    if opened:
        yield Notice(
            recipients=staff(),
            kind=NoticeKind.MONEY,
            subject=subject_line("Our books differ from the processor's: payouts are stopped"),
            body=f"{opened} new difference{'' if opened == 1 else 's'}. No payout leaves until "
            "each is explained, or both books agree.",
            url=reverse("payments:staff_reconciliation"),
            action="Look at both sides",
        )
