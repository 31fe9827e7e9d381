"""An organisation as a customer at the processor, opened before its first payment."""

from django.db import transaction

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.locks import lock
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, perform, prepare_operation
from payments.payment_methods import requests
from payments.payment_methods.models import ProcessorCustomer
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import Gateway


def customer_of(*, organisation: Organisation, gateway: Gateway) -> str:
    """The processor's id of the organisation. Calls the processor the first time."""
    record, _ = ProcessorCustomer.objects.get_or_create(organisation=organisation)
    if not record.customer_id:
        operation = _prepare(record)
        perform(operation, kind=CREATE_CUSTOMER, gateway=gateway, is_urgent=True)
        record.refresh_from_db()
    if not record.customer_id:
        raise ProcessorUnavailable()
    return record.customer_id


@transaction.atomic
def _prepare(record: ProcessorCustomer) -> Operation:
    lock(record)
    return prepare_operation(
        CREATE_CUSTOMER,
        subject=record,
        request=lambda operation_id: requests.customer(record, operation_id),
    )


def _lock(operation: Operation) -> ProcessorCustomer:
    record: ProcessorCustomer = operation.subject
    lock(record)
    return record


def _call(gateway: Gateway, operation: Operation) -> str:
    return gateway.create_customer(operation.parameters, operation.idempotency_key)


def _created(record: ProcessorCustomer, operation: Operation, customer_id: str) -> None:
    record.customer_id = customer_id
    record.save(update_fields=["customer_id"])


def _not_created(record: ProcessorCustomer, operation: Operation, sentence: str) -> None:
    """The next payment tries again."""


CREATE_CUSTOMER = register_kind(
    OperationKind(
        name="create_customer", call=_call, lock=_lock, succeed=_created, fail=_not_created
    )
)
