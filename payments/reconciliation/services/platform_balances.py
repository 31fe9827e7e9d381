"""Whether what is due to leave is there: looked at every hour, told when it gets worse."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.locks import lock
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.reconciliation.queries.platform_balances import due_to_leave
from payments.reconciliation.states import PLATFORM_BALANCE, PlatformBalanceState
from payments.stripe.gateway import Gateway
from payments.stripe.objects import ProcessorBalance

S = PlatformBalanceState
MOVES = {
    (S.ENOUGH, S.TIGHT): "grown_tight",
    (S.ENOUGH, S.SHORT): "fallen_short",
    (S.TIGHT, S.SHORT): "fallen_short",
    (S.SHORT, S.TIGHT): "eased",
    (S.TIGHT, S.ENOUGH): "recovered",
    (S.SHORT, S.ENOUGH): "recovered",
}


def look_at_balance(*, gateway: Gateway) -> None:
    """Compare what we have at the processor with what is due to leave. Calls the processor.

    Side effects: a row for each currency; an event when its state changes, of which staff are
    told if it got worse.
    """
    balances = {balance.currency: balance for balance in gateway.fetch_balance()}
    due = due_to_leave()
    for currency in sorted({*balances, *due}):
        nothing = ProcessorBalance(currency=currency, available=0, pending=0)
        _take_over(balances.get(currency, nothing), due.get(currency, 0))


@transaction.atomic
def _take_over(balance: ProcessorBalance, due: int) -> None:
    row, _ = PlatformBalance.objects.get_or_create(currency=balance.currency)
    lock(row)
    now = timezone.now()
    row.available, row.pending, row.due, row.looked_at = (
        balance.available, balance.pending, due, now,
    )  # fmt: skip
    row.save(update_fields=["available", "pending", "due", "looked_at"])
    state = state_of(balance, due)
    if state != row.state:
        verb = MOVES[S(row.state), state]
        told = {"available": balance.available, "pending": balance.pending, "due": due}
        PLATFORM_BALANCE.move(row, verb, actor=SYSTEM, changes={"since": now}, particulars=told)


def state_of(balance: ProcessorBalance, due: int) -> PlatformBalanceState:
    """A transfer may wait for the charge that it comes from; what is nowhere cannot leave."""
    if balance.available >= due:
        return S.ENOUGH
    return S.TIGHT if balance.available + balance.pending >= due else S.SHORT
