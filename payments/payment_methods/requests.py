"""Bodies of the calls about customers and their saved methods, frozen into operations."""

from typing import Any

from payments.payment_methods.models import MethodSetup, ProcessorCustomer


def customer(record: ProcessorCustomer, operation: str) -> dict[str, Any]:
    organisation = record.organisation
    return {
        "name": organisation.name,
        "metadata": {"operation": operation, "organisation": str(organisation.public_id)},
    }


def customer_contact(record: ProcessorCustomer) -> dict[str, Any]:
    return {"customer": record.customer_id, "name": record.organisation.name}


def method_setup(
    setup: MethodSetup, operation: str, *, customer_id: str, return_url: str, cancel_url: str
) -> dict[str, Any]:
    """The page asks for what can be charged later without the payer, and so names its mandate."""
    marks = {"operation": operation, "setup": str(setup.public_id)}
    return {
        "mode": "setup",
        "customer": customer_id,
        "currency": setup.currency.lower(),
        "setup_intent_data": {"metadata": marks},
        "metadata": marks,
        "success_url": return_url,
        "cancel_url": cancel_url,
    }
