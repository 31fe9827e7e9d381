"""Paying with a saved method: at once, and with the bank's question where it has one."""

from django.db import transaction

from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from payments.charges import requests
from payments.charges.errors import ChargeNotChallenged, EscrowBeingFunded
from payments.charges.models import Charge, ChargePlan
from payments.charges.services.charges import apply_payment, lock_payable, refresh_charge
from payments.charges.services.closings import close_charge
from payments.charges.services.locks import lock_charge
from payments.charges.states import UNFINISHED, ChargeState
from payments.escrows.models.escrows import Escrow
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, perform, prepare_operation
from payments.payment_methods.errors import MethodNotUsable
from payments.payment_methods.models import PaymentMethod
from payments.payment_methods.states import PaymentMethodState
from payments.stripe.gateway import Gateway, gateway_for_request
from payments.stripe.objects import Payment, PaymentState


def pay_with_method(*, escrow: Escrow, method: PaymentMethod, by: Actor, return_url: str) -> str:
    """Charge a saved method while its owner is here. Calls the processor.

    Returns the address of the bank's page where it asks for a confirmation, or nothing; the
    bank's answer is in the charge. A checkout that is open is closed first. Raises
    EscrowNotAwaitingFunds, EscrowBeingFunded, MethodNotUsable or ProcessorError.
    """
    gateway = gateway_for_request()
    make_way(escrow=escrow, gateway=gateway)
    charge, operation = prepare_saved_charge(
        escrow=escrow, method=method, by=by, return_url=return_url
    )
    perform(operation, kind=CHARGE_SAVED, gateway=gateway, is_urgent=True)
    charge.refresh_from_db()
    return charge.hosted_url if charge.state == ChargeState.CHALLENGED else ""


def make_way(*, escrow: Escrow, gateway: Gateway) -> None:
    """Close what was begun and not finished, so that nothing is paid twice. Calls the processor."""
    for charge in escrow.charges.filter(state__in=(ChargeState.OPEN, ChargeState.CHALLENGED)):
        close_charge(charge=charge, gateway=gateway, is_urgent=True)


@transaction.atomic
def prepare_saved_charge(
    *,
    escrow: Escrow,
    method: PaymentMethod,
    by: Actor,
    return_url: str,
    plan: ChargePlan | None = None,
) -> tuple[Charge, Operation]:
    """Write down that a saved method is charged for an escrow; nothing is called.

    Its owner is here, unless it is an attempt of a plan. Raises EscrowNotAwaitingFunds,
    EscrowBeingFunded or MethodNotUsable.
    """
    lock_payable(escrow)
    if escrow.charges.filter(state__in=UNFINISHED).exists():
        raise EscrowBeingFunded(title=escrow.title)
    lock(method)
    refuse_unusable(method, escrow)
    charge = Charge.objects.create(
        escrow=escrow,
        method=method,
        plan=plan,
        currency=escrow.currency,
        amount=escrow.to_charge.minor,
    )
    told = {"method": str(method)}
    record("charge.begun", subject=charge, actor=by, to_state=charge.state, particulars=told)
    operation = prepare_operation(
        CHARGE_SAVED,
        subject=charge,
        request=lambda operation_id: requests.saved_charge(
            charge, operation_id, method=method, return_url=return_url, is_present=plan is None
        ),
    )
    return charge, operation


def refuse_unusable(method: PaymentMethod, escrow: Escrow) -> None:
    """Raise MethodNotUsable for what was removed, or cannot pay for this escrow."""
    if method.state != PaymentMethodState.SAVED or method.organisation_id != escrow.payer_id:
        raise MethodNotUsable(method=method, reason="was removed")
    if not method.pays_in(escrow.currency):
        raise MethodNotUsable(method=method, reason=f"does not pay in {escrow.currency}")


def confirm_charge(*, charge: Charge, return_url: str) -> str:
    """Try a challenged payment again, now that its payer is here. Calls the processor.

    Returns the address of the bank's page, or nothing where none is needed any more. Raises
    ChargeNotChallenged or ProcessorError.
    """
    gateway = gateway_for_request()
    refresh_charge(charge=charge, gateway=gateway)
    operation = _prepare_confirmation(charge, return_url)
    payment = perform(operation, kind=CONFIRM_CHARGE, gateway=gateway, is_urgent=True)
    return payment.url if payment else ""


@transaction.atomic
def _prepare_confirmation(charge: Charge, return_url: str) -> Operation:
    lock(charge)
    if charge.state != ChargeState.CHALLENGED:
        raise ChargeNotChallenged(title=charge.escrow.title)
    return prepare_operation(
        CONFIRM_CHARGE,
        subject=charge,
        request=lambda operation_id: requests.confirmation(charge, return_url=return_url),
    )


def _charge(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.charge_saved(operation.parameters, operation.idempotency_key)


def _confirm(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.confirm_charge(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> Payment | None:
    return gateway.find_charge(operation.parameters, str(operation.public_id))


def _answered(charge: Charge, operation: Operation, payment: Payment) -> None:
    apply_payment(charge, payment)


def _refused(charge: Charge, operation: Operation, sentence: str) -> None:
    """The request itself was refused: no payment was made of it."""
    apply_payment(charge, Payment(state=PaymentState.FAILED, problem=sentence))


def _not_confirmed(charge: Charge, operation: Operation, sentence: str) -> None:
    """It had ended otherwise: the next look at it tells how."""


CHARGE_SAVED = register_kind(
    OperationKind(
        name="charge_saved",
        call=_charge,
        lock=lock_charge,
        succeed=_answered,
        fail=_refused,
        find=_find,
    )
)
# Repeatable: whoever left their bank's page may come back and be asked again.
CONFIRM_CHARGE = register_kind(
    OperationKind(
        name="confirm_charge",
        call=_confirm,
        lock=lock_charge,
        succeed=_answered,
        fail=_not_confirmed,
        is_repeatable=True,
    )
)
