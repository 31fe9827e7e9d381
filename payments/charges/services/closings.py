"""Attempts to pay that nobody shall finish any more: closed at the processor."""

from django.db import transaction

from marketplace.core.data.locks import lock
from payments.charges.models import Charge
from payments.charges.services.charges import apply_payment, refresh_charge
from payments.charges.services.locks import lock_charge
from payments.charges.states import ChargeState
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, perform, prepare_operation
from payments.stripe.errors import InvalidRequest
from payments.stripe.gateway import Gateway
from payments.stripe.objects import Payment, Request


def close_charge(*, charge: Charge, gateway: Gateway, is_urgent: bool = False) -> None:
    """Expire its checkout, or cancel a payment that waits for its payer. Calls the processor.

    What was paid meanwhile is taken over. A saved method that is being charged right now
    cannot be called back: its end is waited for.
    """
    refresh_charge(charge=charge, gateway=gateway)
    prepared = _prepare(charge)
    if prepared is None:
        return
    kind, operation = prepared
    try:
        perform(operation, kind=kind, gateway=gateway, is_urgent=is_urgent)
    except InvalidRequest:
        # It was paid or had ended meanwhile: this look tells which.
        refresh_charge(charge=charge, gateway=gateway)


@transaction.atomic
def _prepare(charge: Charge) -> tuple[OperationKind, Operation] | None:
    lock(charge)
    closing = _closing(charge)
    if closing is None:
        return None
    kind, request = closing
    return kind, prepare_operation(kind, subject=charge, request=lambda operation_id: request)


def _closing(charge: Charge) -> tuple[OperationKind, Request] | None:
    """How this attempt is closed, if it can be."""
    if charge.method_id and charge.state == ChargeState.CHALLENGED:
        return CANCEL_CHARGE, {"intent": charge.payment_intent_id}
    if charge.session_id and charge.state == ChargeState.OPEN:
        return CLOSE_CHECKOUT, {"session": charge.session_id}
    return None


def _expire(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.expire_checkout(operation.parameters, operation.idempotency_key)


def _cancel(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.cancel_charge(operation.parameters, operation.idempotency_key)


def _closed(charge: Charge, operation: Operation, payment: Payment) -> None:
    apply_payment(charge, payment)


def _not_closed(charge: Charge, operation: Operation, sentence: str) -> None:
    """The next look at it tells what became of it."""


CLOSE_CHECKOUT = register_kind(
    OperationKind(
        name="close_checkout", call=_expire, lock=lock_charge, succeed=_closed, fail=_not_closed
    )
)
CANCEL_CHARGE = register_kind(
    OperationKind(
        name="cancel_charge", call=_cancel, lock=lock_charge, succeed=_closed, fail=_not_closed
    )
)
