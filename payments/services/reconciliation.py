"""Our books against the processor's: each line there is exactly one movement here.

Differences open a case, which stops payouts until staff have explained it or a later
comparison agrees.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from marketplace.core.actors import SYSTEM, Actor
from marketplace.core.events import record
from payments.gateway import BalanceChange, Gateway
from payments.models import Reconciliation, Transfer
from payments.queries.reconciliation import (
    BookedMovement,
    booked_movements,
    explained_references,
    pending_refunds,
    stale_clearing,
)
from payments.states import RECONCILIATION, ReconciliationState

# A webhook or the poll brings a line of the processor here within this time.
ON_ITS_WAY = timedelta(hours=1)

Difference = tuple[str, str, int, str]


def reconcile(*, gateway: Gateway, by: Actor = SYSTEM) -> Reconciliation:
    """Compare everything. Calls the processor. Side effects: a row, an event, a notice."""
    # Ours are read first: whatever stands here must already stand there.
    movements = booked_movements()
    changes = gateway.balance_changes()
    waiting, differences, matched = _compare(movements, changes)
    differences += [
        ("left in clearing", f"{kind}:{currency}", minor, currency)
        for kind, minor, currency in stale_clearing()
    ]
    known = explained_references()
    is_open = any(reference not in known for _, reference, _, _ in differences)
    with transaction.atomic():
        made = Reconciliation.objects.create(
            state=ReconciliationState.DIFFERED if is_open else ReconciliationState.AGREED,
            totals=_totals(movements, changes, waiting),
            differences=differences,
            matched=matched,
        )
        record(f"reconciliation.{made.state}", subject=made, actor=by, to_state=made.state)
    return made


@transaction.atomic
def explain_differences(*, reconciliation: Reconciliation, by: Actor, why: str) -> None:
    """Staff: these differences are understood. Payouts go on."""
    RECONCILIATION.move(reconciliation, "explained", actor=by, why=why)


def _compare(
    movements: list[BookedMovement], changes: list[BalanceChange]
) -> tuple[list[BalanceChange], list[Difference], int]:
    ours = {movement.key: movement for movement in movements}
    cancelled, pending = _cancelled_refunds(changes), pending_refunds()
    waiting: list[BalanceChange] = []
    differences: list[Difference] = []
    met: set[str] = set()
    for change in changes:
        key = key_of(change)
        movement = ours.get(key)
        if movement is None and change.source in cancelled:
            continue
        is_young = timezone.now() - change.at < ON_ITS_WAY
        if movement is None and (is_young or change.source in pending):
            waiting.append(change)
        elif movement is None:
            differences.append(("only at the processor", change.id, change.net, change.currency))
        elif key in met:
            differences.append(("twice at the processor", change.id, change.net, change.currency))
        elif (movement.net, movement.currency) != (change.net, change.currency):
            off = change.net - movement.net
            differences.append(("another amount", change.id, off, change.currency))
        met.add(key)
    differences += [
        ("only in our books", movement.key, movement.net, movement.currency)
        for movement in movements
        if movement.key not in met
    ]
    return waiting, differences, len(met & ours.keys())


# What a line of the processor is in our books; the key names its own id or its source.
MOVEMENT_OF = {
    "charge": "charge_settled",
    "payment": "charge_settled",
    "transfer": "payout_sent",
    "refund": "refund_settled",
    "payment_refund": "refund_settled",
    "refund_failure": "refund_returned",
    "payment_failure_refund": "refund_returned",
    "transfer_refund": "transfer_reversed",
}


# A card dispute may be booked several times, and a charge only once: by the line's own id.
BY_LINE = ("charge_settled", "dispute_withdrawn", "dispute_reinstated")


def key_of(change: BalanceChange) -> str:
    """The key of the one movement that `change` must have."""
    movement = MOVEMENT_OF.get(change.kind, change.kind)
    if change.kind == "adjustment":
        movement = "dispute_withdrawn" if change.net < 0 else "dispute_reinstated"
    return f"{movement}:{change.id if movement in BY_LINE else change.source}"


def _cancelled_refunds(changes: list[BalanceChange]) -> set[str]:
    """Refunds that failed before they had settled here: booked there and back, never by us."""
    sums: dict[str, int] = defaultdict(int)
    for change in changes:
        if MOVEMENT_OF.get(change.kind) in ("refund_settled", "refund_returned"):
            sums[change.source] += change.net
    back = {f"refund_failed:{source}": source for source, net in sums.items() if net == 0}
    return {
        back[key] for key in Transfer.objects.filter(key__in=back).values_list("key", flat=True)
    }


def _totals(
    movements: list[BookedMovement], changes: list[BalanceChange], waiting: list[BalanceChange]
) -> list[list[str | int]]:
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    sides: list[list[BookedMovement] | list[BalanceChange]] = [movements, changes, waiting]
    for index, side in enumerate(sides):
        for line in side:
            sums[line.currency][index] += line.net
    return [[currency, *sums[currency]] for currency in sorted(sums)]
