"""Saving a payment method on the processor's page, for payments without the payer."""

import contextlib

from django.db import transaction

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, perform, prepare_operation
from payments.payment_methods import requests
from payments.payment_methods.models import MethodSetup
from payments.payment_methods.services.customers import customer_of
from payments.payment_methods.services.methods import keep_method
from payments.payment_methods.states import METHOD_SETUP, MethodSetupState
from payments.stripe.errors import ProcessorError, ProcessorUnavailable
from payments.stripe.gateway import Gateway, gateway_for_request
from payments.stripe.objects import SeenSetup

# What networks and banks ask to be agreed to before a method is charged without its owner:
# who charges what, when, how much, and how it ends.
# https://docs.stripe.com/payments/save-during-payment#compliance
MANDATE = (
    "{organisation} allows Holdout to charge this payment method for work under contracts that "
    "it has signed: when one of its paying members or their program funds a unit with it, and by "
    "itself for each week or period that a signed contract bills. Each amount is the one that "
    "the contract sets, and every charge is announced to the paying members by a notice. Whoever "
    "may pay can remove the method here at any time; nothing is charged to it from then on."
)


def mandate_of(organisation: Organisation) -> str:
    return MANDATE.format(organisation=organisation.name)


def start_setup(
    *, organisation: Organisation, currency: str, by: Actor, return_url: str, cancel_url: str
) -> str:
    """The address of the page where a method is saved. Calls the processor.

    `return_url` gets the setup's public id in place of `{setup}`. Raises ProcessorError.
    """
    gateway = gateway_for_request()
    customer_id = customer_of(organisation=organisation, gateway=gateway)
    setup, operation = _prepare(organisation, currency, by, customer_id, return_url, cancel_url)
    perform(operation, kind=OPEN_SETUP, gateway=gateway, is_urgent=True)
    setup.refresh_from_db()
    if not setup.hosted_url:
        raise ProcessorUnavailable()
    return setup.hosted_url


@transaction.atomic
def _prepare(
    organisation: Organisation,
    currency: str,
    by: Actor,
    customer_id: str,
    return_url: str,
    cancel_url: str,
) -> tuple[MethodSetup, Operation]:
    setup = MethodSetup.objects.create(
        organisation=organisation, currency=currency, mandate=mandate_of(organisation)
    )
    record("method_setup.opened", subject=setup, actor=by, to_state=setup.state)
    operation = prepare_operation(
        OPEN_SETUP,
        subject=setup,
        request=lambda operation_id: requests.method_setup(
            setup,
            operation_id,
            customer_id=customer_id,
            return_url=return_url.replace("{setup}", str(setup.public_id)),
            cancel_url=cancel_url,
        ),
    )
    return setup, operation


def look_at_setup(*, setup: MethodSetup) -> None:
    """Fetch it afresh while it is open; what we knew stands when the processor is away."""
    if setup.state == MethodSetupState.OPEN:
        with contextlib.suppress(ProcessorError):
            refresh_setup(setup=setup, gateway=gateway_for_request())
        setup.refresh_from_db()


def refresh_setup(*, setup: MethodSetup, gateway: Gateway, session_id: str = "") -> None:
    """Fetch the page and take over what became of it; webhooks may know its id before we do."""
    session_id = setup.session_id or session_id
    if session_id:
        _take_over_at_once(setup, gateway.fetch_setup(session_id))


@transaction.atomic
def _take_over_at_once(setup: MethodSetup, seen: SeenSetup) -> None:
    lock(setup)
    _take_over(setup, seen)


def _take_over(setup: MethodSetup, seen: SeenSetup) -> None:
    """Harmless when repeated, late or out of order: a method is kept once."""
    setup.session_id = seen.session_id
    setup.hosted_url = seen.url or setup.hosted_url
    setup.save(update_fields=["session_id", "hosted_url"])
    if seen.state == "saved" and seen.method and setup.state != MethodSetupState.SAVED:
        kept = keep_method(organisation=setup.organisation, seen=seen.method)
        METHOD_SETUP.move(setup, "saved", actor=SYSTEM, changes={"method": kept, "problem": ""})
    elif seen.state in ("failed", "expired") and setup.state == MethodSetupState.OPEN:
        changes = {"problem": seen.problem if seen.state == "failed" else ""}
        METHOD_SETUP.move(setup, seen.state, actor=SYSTEM, changes=changes)


def _lock(operation: Operation) -> MethodSetup:
    setup: MethodSetup = operation.subject
    lock(setup)
    return setup


def _call(gateway: Gateway, operation: Operation) -> SeenSetup:
    return gateway.open_setup(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> SeenSetup | None:
    return gateway.find_setup(operation.parameters, str(operation.public_id))


def _opened(setup: MethodSetup, operation: Operation, seen: SeenSetup) -> None:
    _take_over(setup, seen)


def _not_opened(setup: MethodSetup, operation: Operation, sentence: str) -> None:
    if setup.state == MethodSetupState.OPEN:
        METHOD_SETUP.move(setup, "failed", actor=SYSTEM, changes={"problem": sentence})


OPEN_SETUP = register_kind(
    OperationKind(
        name="open_setup", call=_call, lock=_lock, succeed=_opened, fail=_not_opened, find=_find
    )
)
