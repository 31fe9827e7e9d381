"""Funding: the payer is sent to a checkout that the processor hosts."""

import contextlib

from django.db import transaction

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from payments.charges import requests
from payments.charges.errors import EscrowBeingFunded
from payments.charges.models import Charge
from payments.charges.services.charges import apply_payment, lock_payable, refresh_charge
from payments.charges.services.closings import close_charge
from payments.charges.services.locks import lock_charge
from payments.charges.states import CHARGE, UNFINISHED, ChargeState
from payments.escrows.models.escrows import Escrow
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, perform, prepare_operation
from payments.payment_methods.services.customers import customer_of
from payments.stripe.errors import ProcessorError, ProcessorUnavailable
from payments.stripe.gateway import Gateway, gateway_for_request
from payments.stripe.objects import Payment


def start_checkout(*, escrow: Escrow, by: Actor, return_url: str, cancel_url: str) -> str:
    """The address of the hosted checkout; an open one is used again. Calls the processor.

    Raises EscrowNotAwaitingFunds, EscrowBeingFunded, or ProcessorError: then nothing was
    charged and the person may try again.
    """
    gateway = gateway_for_request()
    _make_way(escrow, gateway)
    customer_id = customer_of(organisation=escrow.payer, gateway=gateway)
    charge, operation = _prepare(escrow, by, customer_id, return_url, cancel_url)
    if not charge.hosted_url:
        perform(operation, kind=OPEN_CHECKOUT, gateway=gateway, is_urgent=True)
        charge.refresh_from_db()
    if not charge.hosted_url:
        raise ProcessorUnavailable()
    return charge.hosted_url


def _make_way(escrow: Escrow, gateway: Gateway) -> None:
    """An open checkout may have ended without our hearing of it; a challenge gives way."""
    for charge in escrow.charges.filter(state=ChargeState.OPEN):
        refresh_charge(charge=charge, gateway=gateway)
    for charge in escrow.charges.filter(state=ChargeState.CHALLENGED):
        close_charge(charge=charge, gateway=gateway, is_urgent=True)


def look_at_payment(*, escrow: Escrow) -> Charge | None:
    """The newest attempt to pay, fetched afresh while it is not over. Calls the processor.

    When the processor does not answer, what we knew before stands.
    """
    charge = escrow.charges.order_by("-id").first()
    if charge is not None and charge.state in UNFINISHED:
        with contextlib.suppress(ProcessorError):
            refresh_charge(charge=charge, gateway=gateway_for_request())
        charge.refresh_from_db()
        escrow.refresh_from_db()
    return charge


@transaction.atomic
def _prepare(
    escrow: Escrow, by: Actor, customer_id: str, return_url: str, cancel_url: str
) -> tuple[Charge, Operation]:
    lock_payable(escrow)
    charge = escrow.charges.filter(state__in=UNFINISHED).first()
    if charge is not None and (charge.method_id or charge.money != escrow.to_charge):
        raise EscrowBeingFunded(title=escrow.title)
    if charge is None:
        charge = Charge.objects.create(
            escrow=escrow, currency=escrow.currency, amount=escrow.to_charge.minor
        )
        record("charge.opened", subject=charge, actor=by, to_state=charge.state)
    operation = prepare_operation(
        OPEN_CHECKOUT,
        subject=charge,
        request=lambda operation_id: requests.checkout(
            charge,
            operation_id,
            customer_id=customer_id,
            return_url=return_url,
            cancel_url=cancel_url,
        ),
    )
    return charge, operation


def _opened(charge: Charge, operation: Operation, payment: Payment) -> None:
    apply_payment(charge, payment)


def _not_opened(charge: Charge, operation: Operation, sentence: str) -> None:
    if charge.state == ChargeState.OPEN:
        CHARGE.move(charge, "failed", actor=SYSTEM, why=sentence, changes={"problem": sentence})


def _open(gateway: Gateway, operation: Operation) -> Payment:
    return gateway.open_checkout(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> Payment | None:
    return gateway.find_checkout(operation.parameters, str(operation.public_id))


OPEN_CHECKOUT = register_kind(
    OperationKind(
        name="open_checkout",
        call=_open,
        lock=lock_charge,
        succeed=_opened,
        fail=_not_opened,
        find=_find,
    )
)
