"""Saved payment methods of an organisation: kept, made the default, removed.

The processor's customer of the organisation is the lock that orders all of it.
"""

from django.db import transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.text.words import shortened
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, prepare_operation
from payments.payment_methods.models import PaymentMethod, ProcessorCustomer
from payments.payment_methods.states import PAYMENT_METHOD, PaymentMethodState
from payments.stripe.gateway import Gateway
from payments.stripe.objects import SavedMethod

GONE = "It was removed at the payment processor."


def keep_method(*, organisation: Organisation, seen: SavedMethod) -> PaymentMethod:
    """The row of a method that was set up; the first one is the default.

    Runs in the transaction of a caller. Side effect: an event that paying members hear of.
    """
    _lock_customer(organisation)
    kept = PaymentMethod.objects.filter(processor_id=seen.id).first()
    if kept is not None:
        return kept
    kept = PaymentMethod.objects.create(
        organisation=organisation,
        processor_id=seen.id,
        is_default=not organisation.payment_methods.filter(is_default=True).exists(),
        **_facts(seen),
    )
    record("payment_method.saved", subject=kept, actor=SYSTEM, to_state=kept.state)
    return kept


def _facts(seen: SavedMethod) -> dict[str, object]:
    return {
        "kind": seen.kind,
        "brand": shortened(seen.brand, 64),
        "last4": seen.last4,
        "exp_month": seen.exp_month,
        "exp_year": seen.exp_year,
    }


@transaction.atomic
def make_default(*, method: PaymentMethod, by: Actor) -> None:
    """Charge this one from now on where nobody chooses. Raises IllegalMove if it was removed."""
    _lock_customer(method.organisation)
    method.refresh_from_db()
    if not method.is_default:
        _make_default(method, by)


def _make_default(method: PaymentMethod, by: Actor) -> None:
    method.organisation.payment_methods.filter(is_default=True).update(is_default=False)
    PAYMENT_METHOD.move(method, "made_default", actor=by, changes={"is_default": True})


@transaction.atomic
def remove_method(*, method: PaymentMethod, by: Actor) -> None:
    """Never charge it again; the newest of the others becomes the default if it was.

    Side effect: a job that has the processor let it go. Raises IllegalMove if it was removed.
    """
    _lock_customer(method.organisation)
    _remove(method, by, why="")
    operation = prepare_operation(
        DETACH_METHOD,
        subject=method,
        request=lambda operation_id: {"payment_method": method.processor_id},
    )
    enqueue("payments.perform_operation", operation_id=operation.pk)


def _remove(method: PaymentMethod, by: Actor, *, why: str) -> None:
    lock(method)
    was_default = method.is_default
    changes = {"is_default": False, "removed_at": timezone.now()}
    PAYMENT_METHOD.move(method, "removed", actor=by, why=why, changes=changes)
    others = method.organisation.payment_methods.filter(state=PaymentMethodState.SAVED)
    heir = others.order_by("-id").first()
    if was_default and heir is not None:
        heir.is_default = True
        heir.save(update_fields=["is_default"])


def refresh_method(*, processor_id: str, gateway: Gateway) -> None:
    """Take over what the processor says of a saved method now: a new expiry date, or its end."""
    method = PaymentMethod.objects.filter(processor_id=processor_id).first()
    if method is None or method.state != PaymentMethodState.SAVED:
        return
    seen = gateway.fetch_method(processor_id)
    with transaction.atomic():
        _lock_customer(method.organisation)
        lock(method)
        if method.state != PaymentMethodState.SAVED:
            return
        if not seen.customer_id:
            _remove(method, SYSTEM, why=GONE)
            return
        for name, value in _facts(seen).items():
            setattr(method, name, value)
        method.save(update_fields=[*_facts(seen)])


def _lock_customer(organisation: Organisation) -> None:
    lock(ProcessorCustomer.objects.get(organisation=organisation))


def _lock(operation: Operation) -> PaymentMethod:
    method: PaymentMethod = operation.subject
    lock(method)
    return method


def _call(gateway: Gateway, operation: Operation) -> SavedMethod:
    return gateway.detach_method(operation.parameters, operation.idempotency_key)


def _detached(method: PaymentMethod, operation: Operation, seen: SavedMethod) -> None:
    """It was removed here before."""


def _not_detached(method: PaymentMethod, operation: Operation, sentence: str) -> None:
    """It was let go there before: it is removed either way."""


DETACH_METHOD = register_kind(
    OperationKind(
        name="detach_method", call=_call, lock=_lock, succeed=_detached, fail=_not_detached
    )
)
