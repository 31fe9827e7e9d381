"""Calls that change something at the processor: written down, made, and then recorded.

The operation row is committed first; the call is made outside every transaction; its
result and what follows from it are recorded in one transaction. After a time-out the same
key and parameters go out again; a key older than KEY_LIFETIME is looked up instead, since
the processor may have forgotten it and would do the thing twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.locks import lock
from payments.operations.errors import OperationUnknown
from payments.operations.models import Operation
from payments.operations.states import OPERATION, OperationState
from payments.stripe.errors import (
    InvalidRequest,
    NotCarriedOut,
    ParametersChanged,
    ProcessorError,
    ProcessorUnavailable,
)
from payments.stripe.gateway import Gateway
from payments.stripe.objects import Request

log = structlog.get_logger(__name__)

# While a worker calls, nobody else does: longer than any of our time-outs.
LEASE = timedelta(seconds=60)
FIRST_RETRY = timedelta(seconds=10)
LONGEST_RETRY = timedelta(hours=1)
# The processor may prune keys after 24 hours.
KEY_LIFETIME = timedelta(hours=23)

OVER = (OperationState.SUCCEEDED, OperationState.FAILED)
WAITING = (OperationState.PREPARED, OperationState.SENT)


@dataclass(frozen=True, kw_only=True)
class OperationKind:
    """What one kind of operation calls, and what follows from each answer.

    `lock` locks the subject in the documented order and returns it; `succeed` and `fail`
    run in the same transaction, once. `find` looks an old operation up; a kind without it
    does no harm when it is done twice. `check` fetches an object that a person names, and gives
    it if it is what was asked for. A repeatable kind may be prepared again after success.
    """

    name: str
    call: Callable[[Gateway, Operation], Any]
    lock: Callable[[Operation], Any]
    succeed: Callable[[Any, Operation, Any], None]
    fail: Callable[[Any, Operation, str], None]
    find: Callable[[Gateway, Operation], Any] | None = None
    check: Callable[[Gateway, Operation, str], Any] | None = None
    is_repeatable: bool = False


def prepare_operation(
    kind: OperationKind, *, subject: Any, request: Callable[[str], Request]
) -> Operation:
    """Write down the intent inside the caller's transaction, which holds the subject's lock.

    Returns the operation under way if there is one. `request` gets the new operation's id,
    to carry it in the metadata.
    """
    label = subject._meta.label_lower
    earlier = Operation.objects.filter(verb=kind.name, subject_type=label, subject_id=subject.pk)
    last = earlier.order_by("-attempt").first()
    if last and not _may_follow(last, kind):
        return last
    operation = _new_operation(kind, subject, attempt=last.attempt + 1 if last else 1)
    operation.parameters = dict(request(str(operation.public_id)))
    operation.save()
    return operation


def prepare_first_operations(
    kind: OperationKind, *, subjects: Sequence[Any], request: Callable[[Any, str], Request]
) -> dict[int, Operation]:
    """Write down the same intent for many locked subjects; returns the operations by subject.

    Leaves out a subject for which one was prepared before. `request` gets the subject, and
    the new operation's id.
    """
    label = subjects[0]._meta.label_lower
    rows = Operation.objects.filter(
        verb=kind.name, subject_type=label, subject_id__in=[subject.pk for subject in subjects]
    )
    earlier = set(rows.values_list("subject_id", flat=True))
    first = [subject for subject in subjects if subject.pk not in earlier]
    prepared = {}
    for subject in first:
        operation = _new_operation(kind, subject, attempt=1)
        operation.parameters = dict(request(subject, str(operation.public_id)))
        prepared[subject.pk] = operation
    Operation.objects.bulk_create(prepared.values())
    return prepared


def _new_operation(kind: OperationKind, subject: Any, *, attempt: int) -> Operation:
    return Operation(
        verb=kind.name,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        attempt=attempt,
        idempotency_key=f"{settings.ENVIRONMENT}:{kind.name}:{subject.public_id}:{attempt}",
        next_try_at=timezone.now() + LEASE,
    )


def _may_follow(last: Operation, kind: OperationKind) -> bool:
    if last.state == OperationState.SUCCEEDED:
        return kind.is_repeatable
    return last.state == OperationState.FAILED


def perform(
    operation: Operation, *, kind: OperationKind, gateway: Gateway, is_urgent: bool = False
) -> Any:
    """Make the call and record what came of it; returns the processor's answer.

    Returns None when the operation is over or in another worker's hands; `is_urgent` (a
    person is waiting) does not wait for either. Raises ProcessorError after recording it.
    """
    if not _claim(operation, is_urgent):
        return None
    try:
        answer = _answer(operation, kind, gateway)
    except ProcessorUnavailable as error:
        _postpone(operation, error)
        raise
    except (ParametersChanged, OperationUnknown) as error:
        conclude(operation, kind, "lost", error=error.sentence)
        raise
    except ProcessorError as error:
        conclude(operation, kind, "failed", error=error.sentence)
        raise
    conclude(operation, kind, "succeeded", answer=answer)
    return answer


def _claim(operation: Operation, is_urgent: bool) -> bool:
    """Mark the operation as sent before sending it. The first transaction of the protocol."""
    with transaction.atomic(durable=True):
        lock(operation)
        now = timezone.now()
        in_hand = operation.state == OperationState.SENT and operation.next_try_at > now
        if operation.state not in WAITING or (in_hand and not is_urgent):
            return False
        OPERATION.move(
            operation,
            "sent",
            actor=SYSTEM,
            changes={
                "times_sent": operation.times_sent + 1,
                "first_sent_at": operation.first_sent_at or now,
                "next_try_at": now + LEASE,
            },
        )
    return True


def _answer(operation: Operation, kind: OperationKind, gateway: Gateway) -> Any:
    if operation.first_sent_at and timezone.now() - operation.first_sent_at >= KEY_LIFETIME:
        return _looked_up(operation, kind, gateway)
    try:
        return kind.call(gateway, operation)
    except NotCarriedOut:
        raise
    except ProcessorUnavailable:
        # A stored 5xx is replayed for as long as the key lives; the object may exist all the same.
        found = kind.find(gateway, operation) if kind.find and operation.times_sent > 1 else None
        if found is None:
            raise
        return found


def _looked_up(operation: Operation, kind: OperationKind, gateway: Gateway) -> Any:
    if kind.find is None:
        raise InvalidRequest(reason="the request is too old to be sent again.")
    found = kind.find(gateway, operation)
    if found is None:
        raise OperationUnknown()
    return found


def _postpone(operation: Operation, error: ProcessorError) -> None:
    wait = min(FIRST_RETRY * 2 ** min(operation.times_sent - 1, 10), LONGEST_RETRY)
    Operation.objects.filter(pk=operation.pk, state=OperationState.SENT).update(
        next_try_at=timezone.now() + wait, last_error=f"{type(error).__name__}: {error}"
    )
    log.warning("processor away", operation=operation.idempotency_key, error=str(error))


def conclude(
    operation: Operation, kind: OperationKind, ending: str, *, answer: Any = None, error: str = ""
) -> None:
    """Record the end and what follows from it, together, unless somebody already has."""
    with transaction.atomic(durable=True):
        subject = kind.lock(operation)
        lock(operation)
        is_lost = operation.state == OperationState.UNKNOWN
        if operation.state in OVER or (is_lost and ending != "succeeded"):
            return
        changes = {"last_error": error, "processor_id": getattr(answer, "id", "")}
        OPERATION.move(operation, ending, actor=SYSTEM, why=error, changes=changes)
        if ending == "succeeded":
            kind.succeed(subject, operation, answer)
        if ending == "failed":
            kind.fail(subject, operation, error)
