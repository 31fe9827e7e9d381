"""Calls without a known end, carried on by staff: only by acts that cannot do a thing twice.

Looked up again; sent again under the same key while the processor still knows it; recorded as
done by an object at the processor that is fetched and compared; or given up once the key has
died and the processor has nothing.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.staff.reasons import require_staff_reason
from payments.operations.models import Operation
from payments.operations.services.kinds import KINDS
from payments.operations.services.operations import KEY_LIFETIME, OVER, OperationKind, conclude
from payments.operations.states import OPERATION, OperationState
from payments.staff.errors import (
    EvidenceDoesNotFit,
    EvidenceTaken,
    KeyAlive,
    KeyDead,
    NothingToCompare,
    NothingToLookUp,
    OperationOver,
)
from payments.stripe.gateway import Gateway


def is_key_alive(operation: Operation) -> bool:
    """Whether the processor surely still knows the key: sending it again does nothing twice."""
    sent = operation.first_sent_at
    return sent is None or timezone.now() - sent < KEY_LIFETIME


def can_look_up(operation: Operation) -> bool:
    kind = KINDS.get(operation.verb)
    return kind is not None and kind.find is not None


def can_compare(operation: Operation) -> bool:
    kind = KINDS.get(operation.verb)
    return kind is not None and kind.check is not None


def look_up_operation(*, operation: Operation, gateway: Gateway, by: Actor, why: str) -> bool:
    """Staff: look for what the call made; if it is there it is recorded. Calls the processor.

    Returns whether it was found. Raises NothingToLookUp, OperationOver, ReasonTooShort or
    ProcessorError.
    """
    kind = _stuck(operation, why)
    if kind.find is None:
        raise NothingToLookUp()
    found = kind.find(gateway, operation)
    _note("operation.looked_up", operation, getattr(found, "id", ""), by=by, why=why)
    if found is not None:
        conclude(operation, kind, "succeeded", answer=found)
    return found is not None


def resend_operation(*, operation: Operation, gateway: Gateway, by: Actor, why: str) -> bool:
    """Staff: send the same request again under the same key, unless it is found to be done.

    Returns whether it is being sent. Calls the processor. Side effect: a job. Raises KeyDead,
    OperationOver, ReasonTooShort or ProcessorError.
    """
    kind = _stuck(operation, why)
    if not is_key_alive(operation):
        raise KeyDead()
    if kind.find and look_up_operation(operation=operation, gateway=gateway, by=by, why=why):
        return False
    with transaction.atomic():
        lock(operation)
        _refuse_over(operation)
        if operation.state != OperationState.PREPARED:
            changes = {"next_try_at": timezone.now()}
            OPERATION.move(operation, "retried", actor=by, why=why, changes=changes)
        enqueue("payments.perform_operation", operation_id=operation.pk)
    return True


def settle_operation(
    *, operation: Operation, processor_id: str, gateway: Gateway, by: Actor, why: str
) -> None:
    """Staff: it was done, and this is the object. It is fetched and must be what was asked for.

    Calls the processor. Raises NothingToCompare, EvidenceDoesNotFit, EvidenceTaken,
    OperationOver, ReasonTooShort or ProcessorError; nothing has moved then.
    """
    kind = _stuck(operation, why)
    if kind.check is None:
        raise NothingToCompare()
    answer = kind.check(gateway, operation, processor_id)
    if answer is None:
        raise EvidenceDoesNotFit(id=processor_id)
    others = Operation.objects.filter(processor_id=answer.id).exclude(pk=operation.pk)
    if others.exists():
        raise EvidenceTaken(id=processor_id)
    _note("operation.settled", operation, answer.id, by=by, why=why)
    conclude(operation, kind, "succeeded", answer=answer)


def give_up_operation(*, operation: Operation, gateway: Gateway, by: Actor, why: str) -> bool:
    """Staff: it was never done, and cannot be any more; what was set aside goes back.

    Looked up once more: what is found is recorded as done instead. Returns whether it was
    given up. Calls the processor. Raises KeyAlive, OperationOver, IllegalMove, ReasonTooShort
    or ProcessorError.
    """
    kind = _stuck(operation, why)
    if is_key_alive(operation):
        raise KeyAlive()
    OPERATION.refuse(operation, "given_up")
    if kind.find and look_up_operation(operation=operation, gateway=gateway, by=by, why=why):
        return False
    with transaction.atomic():
        subject = kind.lock(operation)
        lock(operation)
        _refuse_over(operation)
        OPERATION.move(operation, "given_up", actor=by, why=why)
        kind.fail(subject, operation, why)
    return True


def _stuck(operation: Operation, why: str) -> OperationKind:
    require_staff_reason(why)
    _refuse_over(operation)
    return KINDS[operation.verb]


def _refuse_over(operation: Operation) -> None:
    if operation.state in OVER:
        raise OperationOver(state=operation.get_state_display().lower())


def _note(verb: str, operation: Operation, found: Any, *, by: Actor, why: str) -> None:
    told = {"found": str(found or "")}
    record(verb, subject=operation, actor=by, why=why, particulars=told)
