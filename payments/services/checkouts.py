"""Funding: the payer is sent to a checkout that the processor hosts."""

import contextlib

from django.db import transaction

from marketplace.core.actors import SYSTEM, Actor
from marketplace.core.events import record
from marketplace.core.states import lock
from payments import processor_requests
from payments.errors import (
    EscrowBeingFunded,
    EscrowNotAwaitingFunds,
    ProcessorError,
    ProcessorUnavailable,
)
from payments.gateway import Gateway, Payment
from payments.models import Charge, Escrow, Operation
from payments.services.charges import apply_payment, refresh_charge
from payments.services.customers import customer_of
from payments.services.locks import lock_escrow
from payments.services.operations import Verb, perform, prepare_operation
from payments.states import CHARGE, ChargeState, EscrowState
from payments.stripe_gateway import gateway_for_request

UNDER_WAY = (ChargeState.OPEN, ChargeState.PROCESSING)


def start_checkout(*, escrow: Escrow, by: Actor, return_url: str, cancel_url: str) -> str:
    """The address of the hosted checkout; an open one is used again. Calls the processor.

    Raises EscrowNotAwaitingFunds, EscrowBeingFunded, or ProcessorError: then nothing was
    charged and the person may try again.
    """
    gateway = gateway_for_request()
    _refresh_open(escrow, gateway)
    customer_id = customer_of(organisation=escrow.payer, gateway=gateway)
    charge, operation = _prepare(escrow, by, customer_id, return_url, cancel_url)
    if not charge.hosted_url:
        perform(operation, verb=OPEN_CHECKOUT, gateway=gateway, is_urgent=True)
        charge.refresh_from_db()
    if not charge.hosted_url:
        raise ProcessorUnavailable()
    return charge.hosted_url


def _refresh_open(escrow: Escrow, gateway: Gateway) -> None:
    """An open checkout may have been paid, or may have expired, without our hearing of it."""
    for charge in Charge.objects.filter(escrow=escrow, state=ChargeState.OPEN):
        refresh_charge(charge=charge, gateway=gateway)


def look_at_payment(*, escrow: Escrow) -> Charge | None:
    """The newest attempt to pay, fetched afresh while it is not over. Calls the processor.

    When the processor does not answer, what we knew before stands.
    """
    charge = escrow.charges.order_by("-id").first()
    if charge is not None and charge.state in UNDER_WAY:
        with contextlib.suppress(ProcessorError):
            refresh_charge(charge=charge, gateway=gateway_for_request())
        charge.refresh_from_db()
        escrow.refresh_from_db()
    return charge


@transaction.atomic
def _prepare(
    escrow: Escrow, by: Actor, customer_id: str, return_url: str, cancel_url: str
) -> tuple[Charge, Operation]:
    lock_escrow(escrow)
    if escrow.state == EscrowState.PROCESSING:
        raise EscrowBeingFunded(title=escrow.title)
    if escrow.state != EscrowState.AWAITING_FUNDS:
        raise EscrowNotAwaitingFunds(title=escrow.title, state=escrow.get_state_display().lower())
    charge = Charge.objects.filter(escrow=escrow, state=ChargeState.OPEN).first()
    if charge is None:
        charge = Charge.objects.create(
            escrow=escrow, currency=escrow.currency, amount=escrow.amount
        )
        record("charge.opened", subject=charge, actor=by, to_state=charge.state)
    operation = prepare_operation(
        OPEN_CHECKOUT,
        subject=charge,
        request=lambda operation_id: processor_requests.checkout(
            charge,
            operation_id,
            customer_id=customer_id,
            return_url=return_url,
            cancel_url=cancel_url,
        ),
    )
    return charge, operation


def lock_charge(operation: Operation) -> Charge:
    charge: Charge = operation.subject
    lock_escrow(charge.escrow)
    lock(charge)
    return charge


def _opened(charge: Charge, operation: Operation, payment: Payment) -> None:
    apply_payment(charge, payment)


def _not_opened(charge: Charge, operation: Operation, sentence: str) -> None:
    if charge.state == ChargeState.OPEN:
        CHARGE.move(charge, "failed", actor=SYSTEM, why=sentence, changes={"problem": sentence})


def _open(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.open_checkout(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> Payment | None:
    return gateway.find_checkout(operation.parameters, str(operation.public_id))


OPEN_CHECKOUT = Verb(
    name="open_checkout",
    call=_open,
    lock=lock_charge,
    succeed=_opened,
    fail=_not_opened,
    find=_find,
)


def close_checkout(*, charge: Charge, gateway: Gateway) -> None:
    """Close the hosted page of a charge that nobody may pay any more. Calls the processor."""
    refresh_charge(charge=charge, gateway=gateway)
    with transaction.atomic():
        lock(charge)
        if charge.state != ChargeState.OPEN or not charge.session_id:
            return
        operation = prepare_operation(
            CLOSE_CHECKOUT,
            subject=charge,
            request=lambda operation_id: {"session": charge.session_id},
        )
    perform(operation, verb=CLOSE_CHECKOUT, gateway=gateway)


def _close(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.expire_checkout(operation.parameters, operation.idempotency_key)


def _not_closed(charge: Charge, operation: Operation, sentence: str) -> None:
    """It was paid or had expired meanwhile: the next look at it tells which."""


CLOSE_CHECKOUT = Verb(
    name="close_checkout", call=_close, lock=lock_charge, succeed=_opened, fail=_not_closed
)
