"""Bodies of the calls about payees' accounts and transfers, frozen into operations."""

from typing import Any

from payments.escrows.requests import marks_of
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout


def _group_of(payout: Payout) -> str:
    """Of the charge that pays: another escrow's, where money was carried on from that."""
    charge = payout.charge
    own = payout.escrow if charge.escrow_id == payout.escrow_id else charge.escrow
    return str(own.public_id)


def transfer(payout: Payout, operation: str, *, account_id: str) -> dict[str, Any]:
    return {
        "amount": payout.to_send.minor,
        "currency": payout.currency.lower(),
        "destination": account_id,
        "source_transaction": payout.charge.charge_id,
        "transfer_group": _group_of(payout),
        "description": payout.escrow.title,
        "metadata": marks_of(operation, payout.escrow) | {"payout": str(payout.public_id)},
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
