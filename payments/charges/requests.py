"""Bodies of the calls that charge, frozen into operations."""

from typing import Any

from payments.charges.models import Charge
from payments.escrows.requests import marks_of
from payments.payment_methods.models import PaymentMethod


def checkout(
    charge: Charge, operation: str, *, customer_id: str, return_url: str, cancel_url: str
) -> dict[str, Any]:
    escrow = charge.escrow
    metadata = marks_of(operation, escrow) | {"charge": str(charge.public_id)}
    price = {
        "currency": charge.currency.lower(),
        "unit_amount": charge.amount,
        "product_data": {"name": escrow.title},
    }
    return {
        "mode": "payment",
        "customer": customer_id,
        "line_items": [{"quantity": 1, "price_data": price}],
        "payment_intent_data": {
            "description": escrow.title,
            "transfer_group": str(escrow.public_id),
            "metadata": metadata,
        },
        "metadata": metadata,
        "success_url": return_url,
        "cancel_url": cancel_url,
    }


def saved_charge(
    charge: Charge, operation: str, *, method: PaymentMethod, return_url: str, is_present: bool
) -> dict[str, Any]:
    """Without its payer present the bank is asked not to challenge the payment.

    `return_url` is where the payer comes back to if it does all the same.
    """
    escrow = charge.escrow
    body = {
        "amount": charge.amount,
        "currency": charge.currency.lower(),
        "customer": method.organisation.processor_customer.customer_id,
        "payment_method": method.processor_id,
        "automatic_payment_methods": {"enabled": True},
        "confirm": True,
        "description": escrow.title,
        "transfer_group": str(escrow.public_id),
        "metadata": marks_of(operation, escrow) | {"charge": str(charge.public_id)},
        "return_url": return_url,
    }
    return body if is_present else body | {"off_session": True}


def confirmation(charge: Charge, *, return_url: str) -> dict[str, Any]:
    """`intent` belongs to the address; the rest is the body."""
    assert charge.method is not None
    return {
        "intent": charge.payment_intent_id,
        "payment_method": charge.method.processor_id,
        "return_url": return_url,
    }
