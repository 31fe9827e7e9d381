"""Our own money at the processor: from and to our bank, and fees that belong to no payment.

It is moved at the processor, by people who may do so there or by the processor itself. Each
line of the processor's book of it is one movement here, posted under the line's id as soon as
a message or the comparison brings it.
"""

from django.db import transaction
from django.db.models import Sum

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from payments.ledger.chart import (
    AROUND_PLATFORM_FUNDS,
    OWNED,
    PLATFORM,
    PLATFORM_PAID_OUT,
    PLATFORM_PAYOUT_RETURNED,
    PROCESSOR_CHARGED,
    PROCESSOR_CREDITED,
    TOP_UP_REVERSED,
    TOPPED_UP,
    Movement,
    fee_amounts,
)
from payments.ledger.models import Account
from payments.ledger.services import ledger
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.stripe.gateway import Gateway
from payments.stripe.objects import BalanceChange

# By the kind of line, for one that takes from our balance and one that adds to it.
# https://docs.stripe.com/reports/balance-transaction-types
FEES = ("stripe_fee", "stripe_fx_fee", "tax_fee", "network_cost")
OUTGOING: dict[str, Movement] = {
    "payout": PLATFORM_PAID_OUT,
    "topup_reversal": TOP_UP_REVERSED,
    **dict.fromkeys(FEES, PROCESSOR_CHARGED),
}
INCOMING: dict[str, Movement] = {
    "payout_failure": PLATFORM_PAYOUT_RETURNED,
    "payout_cancel": PLATFORM_PAYOUT_RETURNED,
    "topup": TOPPED_UP,
    **dict.fromkeys(FEES, PROCESSOR_CREDITED),
}
KINDS = frozenset({*OUTGOING, *INCOMING})
# Staff are told of each, since nobody here decided it.
TOLD = {
    PLATFORM_PAID_OUT.code: "platform_balance.paid_out",
    PLATFORM_PAYOUT_RETURNED.code: "platform_balance.payout_returned",
    TOPPED_UP.code: "platform_balance.topped_up",
    TOP_UP_REVERSED.code: "platform_balance.top_up_reversed",
}


def platform_funds(currency: str) -> int:
    """Our own money at the processor by the books, in minor units; see AROUND_PLATFORM_FUNDS."""
    platform = [ledger.balance(kind, PLATFORM, currency) for kind in AROUND_PLATFORM_FUNDS - OWNED]
    owned = Account.objects.filter(kind__in=AROUND_PLATFORM_FUNDS & OWNED, currency=currency)
    return -sum(platform) - (owned.aggregate(total=Sum("balance"))["total"] or 0)


def platform_movement(kind: str, *, net: int, fee: int) -> Movement | None:
    """What a line of our own money is, by the way that its amount went, whatever its fee did.

    Where nothing but a fee moved it is a fee. None for what is about somebody else's money.
    """
    amount = net + fee
    if kind in FEES or (kind in KINDS and not amount):
        amount, kind = net, "stripe_fee"
    if not amount:
        return None
    return (OUTGOING if amount < 0 else INCOMING).get(kind)


def platform_key(movement: Movement, line_id: str) -> str:
    return f"{movement.code}:{line_id}"


def take_over_platform_funds(*, source: str, gateway: Gateway) -> None:
    """Post whatever the processor has booked for one payout or top-up of ours so far."""
    for change in gateway.balance_changes_of(source):
        book_platform_funds(change)


@transaction.atomic
def book_platform_funds(change: BalanceChange) -> None:
    """Post one line, once; anything but our own funds is left alone. Side effect: an event."""
    movement = platform_movement(change.kind, net=change.net, fee=change.fee)
    if movement is None:
        return
    amounts = _amounts(movement, change)
    posted = ledger.post(
        movement,
        key=platform_key(movement, change.id),
        currency=change.currency,
        amounts=amounts,
    )
    if posted.is_new and movement.code in TOLD:
        balance, _ = PlatformBalance.objects.get_or_create(currency=change.currency)
        own = platform_funds(change.currency)
        told = {"amount": amounts["amount"], "line": change.id, "own": own}
        record(TOLD[movement.code], subject=balance, actor=SYSTEM, particulars=told)


def _amounts(movement: Movement, change: BalanceChange) -> dict[str, int]:
    """What moved, and apart from it the fee for that where the movement has legs for one."""
    if len(movement.legs) == 1:
        return {"amount": abs(change.net)}
    return {"amount": abs(change.net + change.fee), **fee_amounts(change.fee)}
