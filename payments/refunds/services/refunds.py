"""Unreleased money back to the client, by the charge that it came with."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.queries import charges_in, is_refundable
from payments.charges.services.fundings import REFUNDED, take_shares
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.held_funds import lock_held, lock_part
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW, EscrowState
from payments.ledger.chart import (
    REFUND_DECIDED,
    REFUND_FAILED,
    REFUND_RETURNED,
    REFUND_SETTLED,
    AccountKind,
    Movement,
)
from payments.ledger.services import ledger
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, prepare_operation
from payments.payouts.models.reversals import Reversal
from payments.payouts.states import ReversalState
from payments.refunds import requests
from payments.refunds.errors import ChargeNotRefundable
from payments.refunds.models import Refund
from payments.refunds.services.conversions import settle_converted_refund
from payments.refunds.signals import escrow_refunded
from payments.refunds.states import REFUND, RefundState
from payments.stripe.gateway import Gateway
from payments.stripe.objects import MadeRefund


@transaction.atomic
def refund_escrow(*, escrow: Escrow, by: Actor, why: str, is_locked: bool = False) -> Refund:
    """Give all that is still held back; a worker then asks the processor.

    Each charge that paid for it has its refund; returns the newest. Side effects: ledger
    movements, jobs, `escrow_refunded`. Raises EscrowNotHeld or ChargeNotRefundable.
    """
    lock_held(escrow, is_locked=is_locked)
    part = escrow.held
    refund = _give_back(escrow, part, verb="refunded", by=by, why=why)
    escrow_refunded.send(sender=Escrow, escrow=escrow, amount=part, actor=by, why=why)
    return refund


@transaction.atomic
def refund_part(*, escrow: Escrow, part: Money, by: Actor, why: str) -> Refund:
    """Give less than is held back; the rest stays held.

    Of the oldest charge first, each with its refund; returns the newest. Side effects: ledger
    movements, jobs. Raises EscrowNotHeld, NotAPart, CurrencyMismatch or ChargeNotRefundable.
    """
    lock_part(escrow, part)
    return _give_back(escrow, part, verb="part_refunded", by=by, why=why)


def refund_recalled(*, escrow: Escrow, why: str) -> None:
    """What was taken back of a release goes to the client, once no transfer is being reversed.

    While a bank disputes a charge of it it waits: the processor would refuse. Runs in the
    transaction of a caller that has locked the escrow. Side effects: those of a refund.
    """
    pending = Reversal.objects.filter(payout__escrow=escrow, state=ReversalState.PENDING)
    if escrow.state != EscrowState.RECALLED or pending.exists():
        return
    if all(is_refundable(charge) for charge in charges_in(escrow)):
        _give_back(escrow, escrow.taken_back, verb="refunded", by=SYSTEM, why=why)


def _give_back(escrow: Escrow, part: Money, *, verb: str, by: Actor, why: str) -> Refund:
    changes: dict[str, object] = {"refunded": escrow.refunded + part.minor}
    if verb == "refunded":
        changes |= {"closed_at": timezone.now(), "in_review_since": None}
    told = {"amount": part.minor}
    ESCROW.move(escrow, verb, actor=by, why=why, changes=changes, particulars=told, is_locked=True)
    return refund_shares(escrow=escrow, part=part, by=by, why=why)


def refund_shares(*, escrow: Escrow, part: Money, by: Actor, why: str) -> Refund:
    """Refund `part`, which the escrow counts as refunded already, of the charges that paid it.

    The oldest charge first; returns the newest refund. Runs like `start_refund`, and raises so.
    """
    for share in take_shares(escrow, part.minor, REFUNDED):
        amount = Money(share.amount, part.currency)
        refund = start_refund(charge=share.charge, escrow=escrow, amount=amount, by=by, why=why)
    return refund


def start_refund(*, charge: Charge, escrow: Escrow, amount: Money, by: Actor, why: str) -> Refund:
    """Take `amount` of a paid charge out of an escrow and prepare the processor's refund.

    Runs in the transaction of a caller that has locked the escrow. Raises ChargeNotRefundable.
    """
    refuse_disputed(charge)
    refund = Refund.objects.create(
        escrow=escrow,
        charge=charge,
        currency=amount.currency,
        amount=amount.minor,
        reason=why,
    )
    record("refund.decided", subject=refund, actor=by, to_state=refund.state, why=why)
    _ask_processor(refund)
    return refund


def refuse_disputed(charge: Charge) -> None:
    """Raise ChargeNotRefundable where a bank disputes the charge, or took it back."""
    if not is_refundable(charge):
        raise ChargeNotRefundable(title=charge.escrow.title)


@transaction.atomic
def retry_refund(*, refund: Refund, by: Actor, why: str) -> None:
    """Ask the processor again after a failed refund. Side effects: ledger movement, job.

    Raises ChargeNotRefundable or IllegalMove.
    """
    lock_failed(refund)
    REFUND.move(refund, "retried", actor=by, why=why, changes={"processor_id": "", "problem": ""})
    _ask_processor(refund)


def lock_failed(refund: Refund) -> None:
    """Lock a refund to send again; raises ChargeNotRefundable or IllegalMove."""
    lock_escrow(refund.escrow)
    lock(refund)
    refuse_disputed(refund.charge)
    REFUND.refuse(refund, "retried")


def _ask_processor(refund: Refund) -> None:
    operation = prepare_operation(
        REFUND_CHARGE,
        subject=refund,
        request=lambda operation_id: requests.refund(refund, operation_id),
    )
    _post(REFUND_DECIDED, refund, f"{refund.public_id}:{operation.attempt}")
    enqueue("payments.perform_operation", operation_id=operation.pk)


def _take_over(refund: Refund, made: MadeRefund) -> None:
    """Take over what the processor says now. Harmless when repeated or out of order."""
    if not refund.processor_id and not _is_of_earlier_attempt(refund, made):
        refund.processor_id = made.id
        refund.save(update_fields=["processor_id"])
    if refund.processor_id != made.id:
        return
    if made.state == RefundState.SUCCEEDED and refund.state == RefundState.PENDING:
        _settle(refund, made)
        REFUND.move(refund, "succeeded", actor=SYSTEM, changes={"settled_at": timezone.now()})
        enqueue("payments.issue_refund_note", refund_id=refund.pk)
    if made.state == RefundState.FAILED and refund.state != RefundState.FAILED:
        _fail(refund, made.problem, made.id)


def _settle(refund: Refund, made: MadeRefund) -> None:
    booking = made.booking
    if booking is None or booking.currency == refund.currency:
        _post(REFUND_SETTLED, refund, made.id)
    else:
        settle_converted_refund(refund=refund, processor_id=made.id, booking=booking)


def _is_of_earlier_attempt(refund: Refund, made: MadeRefund) -> bool:
    """News of a refund that failed before staff sent another one is no news of that one."""
    operations = Operation.objects.filter(
        verb=REFUND_CHARGE.name, subject_type=refund._meta.label_lower, subject_id=refund.pk
    ).order_by("-attempt")
    return made.id in operations.values_list("processor_id", flat=True)[1:]


def _fail(refund: Refund, problem: str, key: str) -> None:
    was_booked = refund.state == RefundState.SUCCEEDED
    _post(REFUND_RETURNED if was_booked else REFUND_FAILED, refund, key)
    REFUND.move(refund, "failed", actor=SYSTEM, why=problem, changes={"problem": problem})


def _post(movement: Movement, refund: Refund, key: str) -> None:
    ledger.post(
        movement,
        key=f"{movement.code}:{key}",
        currency=refund.currency,
        amounts={"amount": refund.amount},
        owners={AccountKind.HELD: refund.escrow_id},
    )


def lock_refund(operation: Operation) -> Refund:
    refund: Refund = operation.subject
    lock_escrow(refund.escrow)
    lock(refund)
    return refund


def _succeed(refund: Refund, operation: Operation, made: MadeRefund) -> None:
    _take_over(refund, made)


def _refuse(refund: Refund, operation: Operation, sentence: str) -> None:
    if refund.state == RefundState.PENDING:
        _fail(refund, sentence, str(operation.public_id))


def _call(gateway: Gateway, operation: Operation) -> MadeRefund:
    return gateway.refund(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> MadeRefund | None:
    return gateway.find_refund(operation.parameters, str(operation.public_id))


def _check(gateway: Gateway, operation: Operation, refund_id: str) -> MadeRefund | None:
    made, asked = gateway.fetch_refund(refund_id), operation.parameters
    refund: Refund = operation.subject
    facts = (made.amount, made.currency, made.charge_id)
    return made if facts == (asked["amount"], refund.currency, asked["charge"]) else None


# Repeatable: a refund that was made may fail days later, and staff then send a new one.
REFUND_CHARGE = register_kind(
    OperationKind(
        name="refund_charge",
        call=_call,
        lock=lock_refund,
        succeed=_succeed,
        fail=_refuse,
        find=_find,
        check=_check,
        is_repeatable=True,
    )
)


def refresh_refund(*, refund: Refund, processor_id: str, gateway: Gateway) -> None:
    """Fetch the refund and take its state over; one that failed has a queue of its own.

    The id may be news to us: a webhook can be faster than the answer to our own call.
    """
    made = gateway.fetch_refund(processor_id)
    with transaction.atomic():
        lock_escrow(refund.escrow)
        lock(refund)
        _take_over(refund, made)
