"""Giving a card dispute up: the bank keeps the money at once, and for good."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.staff.reasons import require_staff_reason
from payments.card_disputes import requests
from payments.card_disputes.errors import NotAnswerable
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.disputes import take_over_dispute
from payments.card_disputes.services.evidence import refuse_unanswerable
from payments.card_disputes.services.locks import lock_dispute
from payments.card_disputes.states import CardDisputeState
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, prepare_operation
from payments.stripe.gateway import Gateway
from payments.stripe.objects import SeenDispute


@transaction.atomic
def accept_dispute(*, dispute: CardDispute, by: Actor, why: str) -> None:
    """Staff: give no evidence and let the card holder have the money; a worker tells the bank.

    Side effects: an event, a job; the loss is booked once the processor has closed it. Raises
    NotAnswerable, EvidenceUnderWay or ReasonTooShort.
    """
    require_staff_reason(why)
    lock_acceptable(dispute)
    dispute.accepted_at = timezone.now()
    dispute.save(update_fields=["accepted_at"])
    record("card_dispute.accepted", subject=dispute, actor=by, why=why)
    operation = prepare_operation(
        ACCEPT_DISPUTE,
        subject=dispute,
        request=lambda operation_id: requests.acceptance(dispute),
    )
    enqueue("payments.perform_operation", operation_id=operation.pk)


def lock_acceptable(dispute: CardDispute) -> None:
    """Lock a dispute that waits for an answer; an inquiry has taken nothing to give up."""
    lock_dispute(dispute)
    refuse_unanswerable(dispute)
    if dispute.state != CardDisputeState.NEEDS_RESPONSE:
        raise NotAnswerable(state=dispute.get_state_display().lower())


def _lock(operation: Operation) -> CardDispute:
    dispute: CardDispute = operation.subject
    lock_dispute(dispute)
    return dispute


def _call(gateway: Gateway, operation: Operation) -> SeenDispute:
    return gateway.accept_dispute(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> SeenDispute | None:
    """Whoever ended it: what has ended cannot be given up again."""
    seen = gateway.fetch_dispute(operation.parameters["dispute"])
    is_over = seen.state in (CardDisputeState.LOST, CardDisputeState.WON)
    return seen if is_over else None


def _closed(dispute: CardDispute, operation: Operation, seen: SeenDispute) -> None:
    take_over_dispute(dispute.charge, seen)


def _not_closed(dispute: CardDispute, operation: Operation, sentence: str) -> None:
    """It waits for an answer again, until its deadline."""
    dispute.accepted_at = None
    dispute.save(update_fields=["accepted_at"])
    record("card_dispute.not_accepted", subject=dispute, actor=SYSTEM, why=sentence)


# Repeatable: what the processor did not close may be given up once more.
ACCEPT_DISPUTE = register_kind(
    OperationKind(
        name="accept_dispute",
        call=_call,
        lock=_lock,
        succeed=_closed,
        fail=_not_closed,
        find=_find,
        is_repeatable=True,
    )
)
