"""A person's account at the processor: opened, completed on its pages, and watched."""

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, perform, prepare_operation
from payments.payouts import requests
from payments.payouts.errors import PayeeAccountMissing
from payments.payouts.models.payees import Payee
from payments.payouts.queries.payees import SENDING_JOB, payee_of
from payments.payouts.states import PAYEE, UNREADY, PayeeState
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import Gateway, gateway_for_request
from payments.stripe.objects import ProcessorAccount, Request, Requirement


def start_onboarding(*, user: User, return_url: str, refresh_url: str, country: str) -> str:
    """The address of the processor's own onboarding page. Calls the processor.

    `country` (ISO 3166-1 alpha-2) counts the first time only: an account cannot move.
    """
    gateway = gateway_for_request()
    payee = Payee.objects.get_or_create(user=user, defaults={"country": country})[0]
    if not payee.account_id:
        _open_account(payee, gateway)
    request = requests.onboarding_link(payee, return_url=return_url, refresh_url=refresh_url)
    return _link(payee, LINK_ONBOARDING, request, gateway)


def dashboard_link(*, user: User) -> str:
    """The address of the person's dashboard at the processor. Calls the processor."""
    payee = payee_of(user)
    if payee is None or not payee.account_id:
        raise PayeeAccountMissing()
    return _link(payee, LINK_DASHBOARD, {"account": payee.account_id}, gateway_for_request())


def refresh_payee(*, payee: Payee, gateway: Gateway) -> None:
    """Fetch the account and take over its state.

    An account goes to and fro: an answer that another one overtook may be old, and is fetched
    again.
    """
    while payee.account_id:
        seen = payee.looked_at
        account = gateway.fetch_account(payee.account_id)
        with transaction.atomic():
            lock(payee)
            if payee.looked_at == seen:
                _apply(payee, account)
                return


def refresh_own_account(*, user: User) -> Payee | None:
    """The state after the person came back from the processor's pages. Calls the processor."""
    payee = payee_of(user)
    if payee:
        refresh_payee(payee=payee, gateway=gateway_for_request())
    return payee


def _apply(payee: Payee, account: ProcessorAccount) -> None:
    """Take over what the processor says. What waited for a ready account goes out at once."""
    verb = _verb(payee, account)
    requirements = [_kept(each) for each in account.requirements]
    changes = {"requirements": requirements, "looked_at": timezone.now()}
    if verb:
        PAYEE.move(payee, verb, actor=SYSTEM, changes=changes)
    else:
        payee.requirements, payee.looked_at = requirements, timezone.now()
        payee.save(update_fields=list(changes))
    if verb == "verified":
        enqueue(SENDING_JOB, user_id=payee.user_id)


def _verb(payee: Payee, account: ProcessorAccount) -> str:
    """The move that the account's news is for us, if it is one."""
    if account.is_ready and payee.state in UNREADY:
        return "verified"
    if not account.is_ready and payee.state == PayeeState.READY:
        return "restricted"
    if payee.state == PayeeState.INCOMPLETE:
        return "" if account.waits_for_person or not account.requirements else "submitted"
    if payee.state == PayeeState.CHECKING:
        return "asked_more" if account.waits_for_person else ""
    return "asked_more" if _is_more(payee, account) else ""


def _is_more(payee: Payee, account: ProcessorAccount) -> bool:
    """Whether the person has to give something with a deadline that they were not told of."""
    told = {each["what"] for each in payee.requirements if each["is_for_person"]}
    return any(
        each.is_for_person and (each.due_at or each.is_overdue) and each.what not in told
        for each in account.requirements
    )


def _kept(requirement: Requirement) -> dict[str, Any]:
    due_at = requirement.due_at
    return asdict(requirement) | {"due_at": due_at.isoformat() if due_at else None}


def _open_account(payee: Payee, gateway: Gateway) -> None:
    with transaction.atomic():
        lock(payee)
        operation = prepare_operation(
            OPEN_ACCOUNT,
            subject=payee,
            request=lambda operation_id: requests.account(payee, operation_id),
        )
    perform(operation, kind=OPEN_ACCOUNT, gateway=gateway, is_urgent=True)
    payee.refresh_from_db()
    if not payee.account_id:
        raise ProcessorUnavailable()


def _link(payee: Payee, kind: OperationKind, request: Request, gateway: Gateway) -> str:
    """Links are for once and are not kept: each is an operation of its own."""
    with transaction.atomic():
        lock(payee)
        operation = prepare_operation(kind, subject=payee, request=lambda operation_id: request)
    url = perform(operation, kind=kind, gateway=gateway, is_urgent=True)
    if not url:
        raise ProcessorUnavailable()
    return str(url)


def _lock(operation: Operation) -> Payee:
    payee: Payee = operation.subject
    lock(payee)
    return payee


def _opened(payee: Payee, operation: Operation, account: ProcessorAccount) -> None:
    if payee.state == PayeeState.NOT_STARTED:
        PAYEE.move(payee, "opened", actor=SYSTEM, changes={"account_id": account.id})
    _apply(payee, account)


def _nothing(payee: Payee, operation: Operation, answer: str) -> None:
    """A link changes nothing here, and a failed set-up is simply tried again."""


OPEN_ACCOUNT = register_kind(
    OperationKind(
        name="open_account",
        call=lambda gateway, operation: gateway.open_account(
            operation.parameters, operation.idempotency_key
        ),
        lock=_lock,
        succeed=_opened,
        fail=_nothing,
    )
)
LINK_ONBOARDING = register_kind(
    OperationKind(
        name="link_onboarding",
        call=lambda gateway, operation: gateway.onboarding_link(
            operation.parameters, operation.idempotency_key
        ),
        lock=_lock,
        succeed=_nothing,
        fail=_nothing,
        is_repeatable=True,
    )
)
LINK_DASHBOARD = register_kind(
    OperationKind(
        name="link_dashboard",
        call=lambda gateway, operation: gateway.dashboard_link(
            operation.parameters, operation.idempotency_key
        ),
        lock=_lock,
        succeed=_nothing,
        fail=_nothing,
        is_repeatable=True,
    )
)
