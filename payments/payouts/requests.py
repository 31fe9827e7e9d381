"""Bodies of the calls to the processor, frozen into operations. Pure functions.

`operation` is the id of the operation row; in the metadata it finds the object again after
a lost answer. The transfer group of an escrow ties its charge and its transfer together.
"""

from typing import Any

from payments.escrows.requests import _marks
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout


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
