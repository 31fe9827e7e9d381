"""Every kind of operation, registered by the noun that it is of, and how jobs carry one on."""

from django.utils import timezone

from marketplace.core.data.jobs import enqueue_once
from payments.operations.models import Operation
from payments.operations.services.operations import WAITING, OperationKind, perform
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import gateway_for_worker

KINDS: dict[str, OperationKind] = {}


def register_kind(kind: OperationKind) -> OperationKind:
    """By its name, so that a job or a person can carry on what a request began."""
    assert kind.name not in KINDS, kind.name
    KINDS[kind.name] = kind
    return kind


def perform_operation(*, operation_id: int) -> None:
    """Carry one operation on, in a worker. What the processor refuses is recorded, not raised."""
    operation = Operation.objects.get(pk=operation_id)
    try:
        perform(operation, kind=KINDS[operation.verb], gateway=gateway_for_worker())
    except ProcessorError:
        return


def sweep_operations() -> int:
    """Carry on every operation that got stuck, whatever became of its message; returns how many."""
    due = Operation.objects.filter(state__in=WAITING, next_try_at__lte=timezone.now())
    stuck = list(due.order_by("next_try_at").values_list("pk", flat=True)[:100])
    for operation_id in stuck:
        enqueue_once("payments.perform_operation", operation_id=operation_id)
    return len(stuck)
