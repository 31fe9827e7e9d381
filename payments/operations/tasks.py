from marketplace.core.data.jobs import job
from payments.operations.services import kinds


@job("payments.perform_operation")
def perform_operation(operation_id: int) -> None:
    kinds.perform_operation(operation_id=operation_id)


@job("payments.sweep_operations", expires=60)
def sweep_operations() -> None:
    kinds.sweep_operations()
