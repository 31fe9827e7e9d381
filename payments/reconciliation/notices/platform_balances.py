"""What staff hear of our own balance at the processor."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.escrows.notices.people import staff
from payments.reconciliation.models.platform_balances import PlatformBalance


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
        subject=subject_line(
            "Our balance lacks {} for what is due"
            if is_short
            else "{} of what is due waits for funds that settle",
            balance.missing,
        ),
        body=f"{balance.due_money} is due to leave, {balance.available_money} is available and "
        f"{balance.pending_money} settles. {meaning}",
        url=reverse("payments:staff_attention") + "#balance",
        action="Look at it",
    )


MOVED = {
    "paid_out": "{} went from our balance at the processor to our bank",
    "payout_returned": "{} came back to our balance: our bank did not take it",
    "topped_up": "{} from our bank was added to our balance",
    "top_up_reversed": "Our bank took back {} that had been added to our balance",
}


@notice_for(*(f"platform_balance.{verb}" for verb in MOVED))
def platform_funds_moved(event: Event) -> Iterable[Notice]:
    """Nobody decided it here, so staff hear of it."""
    balance: PlatformBalance = event.subject
    amount = Money(event.particulars["amount"], balance.currency)
    own = Money(event.particulars["own"], balance.currency)
    if own.minor < 0:
        lacks = Money(-own.minor, balance.currency)
        standing = f"{lacks} of what we hold for others is missing now: add funds there."
    else:
        standing = f"{own} of the balance is our own; what we hold for others is covered."
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject_line(MOVED[event.verb.partition(".")[2]], amount),
        body=f"It was moved at the payment processor. {standing}",
        url=reverse("payments:staff_transfers"),
        action="See it in the ledger",
    )
