"""What staff hear of our own balance at the processor."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, notice_for
from marketplace.core.models import Event
from payments.models import PlatformBalance
from payments.notices.people import staff


@notice_for("platform_balance.grown_tight", "platform_balance.fallen_short")
def balance_too_low(event: Event) -> Iterable[Notice]:
    balance: PlatformBalance = event.subject
    is_short = event.verb == "platform_balance.fallen_short"
    meaning = (
        "Even what is still settling does not cover it: add funds at the processor."
        if is_short
        else "What is still settling covers it: it leaves within days."
    )
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=f"Our balance lacks {balance.missing} for what is due"
        if is_short
        else f"{balance.missing} of what is due waits for funds that settle",
        body=f"{balance.due_money} is due to leave, {balance.available_money} is available and "
        f"{balance.pending_money} settles. {meaning}",
        url=reverse("payments:staff_attention") + "#balance",
        action="Look at it",
    )
