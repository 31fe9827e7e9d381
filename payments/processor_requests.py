"""Bodies of the calls to the processor, frozen into operations. Pure functions.

`operation` is the id of the operation row; in the metadata it finds the object again after
a lost answer. The transfer group of an escrow ties its charge and its transfer together.
"""

from typing import Any

from payments.models import (
    CardDispute,
    CardDisputeEvidence,
    Charge,
    Escrow,
    MethodSetup,
    Payee,
    PaymentMethod,
    Payout,
    ProcessorCustomer,
    Refund,
    Reversal,
)


def customer(record: ProcessorCustomer, operation: str) -> dict[str, Any]:
    organisation = record.organisation
    return {
        "name": organisation.name,
        "metadata": {"operation": operation, "organisation": str(organisation.public_id)},
    }


def customer_contact(record: ProcessorCustomer) -> dict[str, Any]:
    return {"customer": record.customer_id, "name": record.organisation.name}


def checkout(
    charge: Charge, operation: str, *, customer_id: str, return_url: str, cancel_url: str
) -> dict[str, Any]:
    escrow = charge.escrow
    metadata = _marks(operation, escrow) | {"charge": str(charge.public_id)}
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
        "metadata": _marks(operation, escrow) | {"charge": str(charge.public_id)},
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


def transfer(payout: Payout, operation: str, *, account_id: str) -> dict[str, Any]:
    return {
        "amount": payout.to_send.minor,
        "currency": payout.currency.lower(),
        "destination": account_id,
        "source_transaction": payout.charge.charge_id,
        "transfer_group": str(payout.escrow.public_id),
        "description": payout.escrow.title,
        "metadata": _marks(operation, payout.escrow) | {"payout": str(payout.public_id)},
    }


def reversal(reversal: Reversal, operation: str) -> dict[str, Any]:
    """`transfer` belongs to the address; the rest is the body."""
    marks = _marks(operation, reversal.payout.escrow) | {"reversal": str(reversal.public_id)}
    return {
        "transfer": reversal.payout.processor_id,
        "amount": reversal.amount,
        "metadata": marks,
    }


def refund(refund: Refund, operation: str) -> dict[str, Any]:
    return {
        "charge": refund.charge.charge_id,
        "amount": refund.amount,
        "metadata": _marks(operation, refund.escrow) | {"refund": str(refund.public_id)},
    }


def evidence_file(evidence: CardDisputeEvidence, operation: str) -> dict[str, Any]:
    """What is uploaded; the document itself is kept beside the row and never changes."""
    return {"purpose": "dispute_evidence", "name": evidence.name, "sha256": evidence.sha256}


def evidence(evidence: CardDisputeEvidence, operation: str) -> dict[str, Any]:
    """Sent for good. `dispute` belongs to the address; the rest is the body."""
    dispute = evidence.dispute
    document = {"service_documentation": evidence.processor_file_id}
    return {
        "dispute": dispute.processor_id,
        "evidence": evidence.fields | document,
        "submit": True,
        "metadata": _marks(operation, dispute.escrow) | {"card_dispute": str(dispute.public_id)},
    }


def acceptance(dispute: CardDispute) -> dict[str, Any]:
    """`dispute` belongs to the address; there is no body."""
    return {"dispute": dispute.processor_id}


def account(payee: Payee, operation: str) -> dict[str, Any]:
    """A recipient: receives transfers only, with the processor's own small dashboard."""
    capability = {"stripe_balance": {"stripe_transfers": {"requested": True}}}
    return {
        "contact_email": payee.user.email,
        "display_name": payee.user.name,
        "dashboard": "express",
        "identity": {"country": payee.country.lower(), "entity_type": "individual"},
        "configuration": {"recipient": {"capabilities": capability}},
        "defaults": {
            "responsibilities": {
                "fees_collector": "application",
                "losses_collector": "application",
            }
        },
        "include": ["configuration.recipient", "requirements"],
        "metadata": {"operation": operation, "payee": str(payee.public_id)},
    }


def account_contact(payee: Payee) -> dict[str, Any]:
    return {
        "account": payee.account_id,
        "contact_email": payee.user.email,
        "display_name": payee.user.name,
    }


def onboarding_link(payee: Payee, *, return_url: str, refresh_url: str) -> dict[str, Any]:
    return {
        "account": payee.account_id,
        "use_case": {
            "type": "account_onboarding",
            "account_onboarding": {
                "return_url": return_url,
                "refresh_url": refresh_url,
                "collection_options": {"fields": "eventually_due"},
            },
        },
    }


def _marks(operation: str, escrow: Escrow) -> dict[str, str]:
    return {"operation": operation, "escrow": str(escrow.public_id)}
