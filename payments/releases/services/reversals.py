"""A sent transfer, or a part of it, back from the payee's account at the processor."""

from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from payments.escrows.services.locks import lock_escrow
from payments.ledger.chart import TRANSFER_REVERSED
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, prepare_operation
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.payouts.services.bookkeeping import move_payout, post_for_payee
from payments.payouts.states import REVERSAL
from payments.refunds.services.refunds import refund_recalled
from payments.releases import requests
from payments.stripe.gateway import Gateway
from payments.stripe.objects import MadeReversal


def start_reversal(*, payout: Payout, amount: Money, why: str) -> Reversal:
    """Have a worker take `amount` of a sent transfer back.

    Runs in the transaction of a caller that has locked escrow and payout, and has booked the
    amount as owed by the payee. Side effects: an event, a job.
    """
    reversal = Reversal.objects.create(
        payout=payout, currency=amount.currency, amount=amount.minor, reason=why
    )
    record("reversal.asked", subject=reversal, actor=SYSTEM, to_state=reversal.state, why=why)
    operation = prepare_operation(
        REVERSE_TRANSFER,
        subject=reversal,
        request=lambda operation_id: requests.reversal(reversal, operation_id),
    )
    enqueue("payments.perform_operation", operation_id=operation.pk)
    return reversal


def _lock(operation: Operation) -> Reversal:
    reversal: Reversal = operation.subject
    lock_escrow(reversal.payout.escrow)
    lock(reversal.payout)
    lock(reversal)
    return reversal


def _made(reversal: Reversal, operation: Operation, made: MadeReversal) -> None:
    payout = reversal.payout
    post_for_payee(TRANSFER_REVERSED, payout, made.id, amount=reversal.amount)
    changes = {"processor_id": made.id, "settled_at": timezone.now()}
    REVERSAL.move(reversal, "made", actor=SYSTEM, changes=changes)
    came_back = {"reversed": payout.reversed + reversal.amount}
    is_all = payout.at_payee.minor == reversal.amount
    told = {"amount": reversal.amount}
    verb = "reversed" if is_all else "part_reversed"
    move_payout(payout, verb, by=SYSTEM, why=reversal.reason, changes=came_back, particulars=told)
    refund_recalled(escrow=reversal.payout.escrow, why=reversal.reason)


def _refused(reversal: Reversal, operation: Operation, sentence: str) -> None:
    """The payee keeps the money and owes it: later earnings settle it, or staff decide."""
    changes = {"problem": sentence, "settled_at": timezone.now()}
    REVERSAL.move(reversal, "refused", actor=SYSTEM, why=sentence, changes=changes)
    refund_recalled(escrow=reversal.payout.escrow, why=reversal.reason)


def _call(gateway: Gateway, operation: Operation) -> MadeReversal:
    return gateway.reverse_transfer(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> MadeReversal | None:
    return gateway.find_reversal(operation.parameters, str(operation.public_id))


def _check(gateway: Gateway, operation: Operation, reversal_id: str) -> MadeReversal | None:
    asked = operation.parameters
    made = gateway.fetch_reversal(asked["transfer"], reversal_id)
    return made if made.amount == asked["amount"] else None


REVERSE_TRANSFER = register_kind(
    OperationKind(
        name="reverse_transfer",
        call=_call,
        lock=_lock,
        succeed=_made,
        fail=_refused,
        find=_find,
        check=_check,
    )
)
