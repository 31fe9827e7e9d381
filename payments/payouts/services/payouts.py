"""What a payee earned, from clearing to their own account."""

import contextlib
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.jobs import enqueue, enqueue_once
from marketplace.core.data.locks import lock
from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import CLEARED, PAYOUT_FAILED, PAYOUT_REQUESTED, PAYOUT_SENT
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, prepare_operation
from payments.payouts import requests
from payments.payouts.errors import NothingToPayOut, PayeeNotReady, PayoutsStopped
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.payees import is_ready, ready_payee
from payments.payouts.queries.stops import are_payouts_stopped
from payments.payouts.services.bookkeeping import move_payout, post_for_payee
from payments.payouts.services.receivables import lock_owed, settle_debt
from payments.payouts.states import PayoutState
from payments.stripe.gateway import Gateway
from payments.stripe.objects import SentTransfer


def clearing_days_of(escrow: Escrow) -> int:
    return 0 if escrow.clears_at_once else settings.CLEARING_DAYS


def clearing_end(escrow: Escrow) -> datetime:
    """When a release of now has cleared."""
    return timezone.now() + timedelta(days=clearing_days_of(escrow))


def send_at_once(*, payout: Payout) -> None:
    """Without clearing days a release is available, and sent, at once.

    Runs in the transaction of the release.
    """
    if clearing_days_of(payout.escrow) == 0:
        clear_payout(payout=payout)
        is_there = payout.state == PayoutState.AVAILABLE
        if is_there and is_ready(payout.payee) and not are_payouts_stopped():
            request_payout(payout=payout, by=SYSTEM)


@transaction.atomic
def clear_payout(*, payout: Payout) -> None:
    """End the clearing: the payee may have the money, less what they owe.

    Side effects: ledger, `payout_changed`.
    """
    owed = lock_owed(payout.payee_id, payout.currency)
    move_payout(payout, "cleared", by=SYSTEM)
    post_for_payee(CLEARED, payout, str(payout.public_id), amount=payout.to_send.minor)
    settle_debt(payout, owed)


def clear_due_payouts() -> int:
    """Clear every payout whose clearing days are over; returns how many."""
    due = Payout.objects.filter(state=PayoutState.ACCRUED, clears_at__lte=timezone.now())
    cleared = 0
    for payout_id in list(due.order_by("clears_at").values_list("pk", flat=True)[:500]):
        with transaction.atomic():
            payout = Payout.objects.select_for_update().get(pk=payout_id)
            if payout.state == PayoutState.ACCRUED:
                clear_payout(payout=payout)
                cleared += 1
    return cleared


def pay_out(*, payee: User, by: Actor, only: Collection[UUID] | None = None) -> list[Payout]:
    """Send everything that is available to the payee's own account, each as its own transfer.

    `only` names the payouts that the payee agreed to send. Side effects: ledger movements, jobs.
    Raises PayeeNotReady, PayoutsStopped or NothingToPayOut.
    """
    ready_payee(payee)
    if are_payouts_stopped():
        raise PayoutsStopped()
    requested = []
    for payout_id in _available_of(payee, only):
        with transaction.atomic():
            payout = Payout.objects.select_for_update().get(pk=payout_id)
            if payout.state == PayoutState.AVAILABLE:
                request_payout(payout=payout, by=by)
            if payout.state == PayoutState.SENDING:
                requested.append(payout)
    if not requested:
        raise NothingToPayOut()
    return requested


def pay_out_whatever(*, payee: User) -> None:
    """Pay out what is there; a payee who cannot be paid, or has nothing, is no error."""
    with contextlib.suppress(PayeeNotReady, PayoutsStopped, NothingToPayOut):
        pay_out(payee=payee, by=SYSTEM)


def _available_of(payee: User, only: Collection[UUID] | None) -> list[int]:
    available = Payout.objects.filter(payee=payee, state=PayoutState.AVAILABLE)
    if only is not None:
        available = available.filter(public_id__in=only)
    return list(available.order_by("id").values_list("pk", flat=True))


def request_payout(*, payout: Payout, by: Actor) -> None:
    """Take the money out of "available" and have a worker send it, less what the payee owes.

    Runs in the transaction of a caller that has locked the available payout; the payee is
    ready. Side effects: ledger, job.
    """
    settle_debt(payout, lock_owed(payout.payee_id, payout.currency))
    if payout.state == PayoutState.WITHHELD:
        return
    account_id = Payee.objects.get(user=payout.payee).account_id
    move_payout(payout, "requested", by=by, changes={"problem": ""})
    operation = prepare_operation(
        SEND_TRANSFER,
        subject=payout,
        request=lambda operation_id: requests.transfer(payout, operation_id, account_id=account_id),
    )
    key = f"{payout.public_id}:{operation.attempt}"
    post_for_payee(PAYOUT_REQUESTED, payout, key, amount=payout.to_send.minor)
    enqueue("payments.perform_operation", operation_id=operation.pk)


def lock_payout(operation: Operation) -> Payout:
    payout: Payout = operation.subject
    lock(payout)
    return payout


def _succeed(payout: Payout, operation: Operation, sent: SentTransfer) -> None:
    post_for_payee(PAYOUT_SENT, payout, sent.id, amount=payout.to_send.minor)
    move_payout(
        payout,
        "sent",
        by=SYSTEM,
        changes={
            "processor_id": sent.id,
            "processor_payment_id": sent.payment_id,
            "sent_at": timezone.now(),
            "problem": "",
        },
    )
    enqueue("payments.issue_payout_documents", payout_id=payout.pk)


def _refuse(payout: Payout, operation: Operation, sentence: str) -> None:
    key = f"{payout.public_id}:{operation.attempt}"
    post_for_payee(PAYOUT_FAILED, payout, key, amount=payout.to_send.minor)
    move_payout(payout, "failed", by=SYSTEM, why=sentence, changes={"problem": sentence})
    move_payout(payout, "returned", by=SYSTEM)
    # Most refusals are about the account: the person is told what it lacks.
    enqueue_once("payments.look_at_account", payee_id=payout.payee.payee.pk)


def _call(gateway: Gateway, operation: Operation) -> SentTransfer:
    return gateway.send_transfer(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> SentTransfer | None:
    return gateway.find_transfer(operation.parameters, str(operation.public_id))


def _check(gateway: Gateway, operation: Operation, transfer_id: str) -> SentTransfer | None:
    sent, asked = gateway.fetch_transfer(transfer_id), operation.parameters
    made = (sent.amount, sent.currency.lower(), sent.destination, sent.source, sent.reversed)
    names = ("amount", "currency", "destination", "source_transaction")
    return sent if made == (*(asked[name] for name in names), 0) else None


SEND_TRANSFER = register_kind(
    OperationKind(
        name="send_transfer",
        call=_call,
        lock=lock_payout,
        succeed=_succeed,
        fail=_refuse,
        find=_find,
        check=_check,
    )
)
