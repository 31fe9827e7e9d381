"""The part of a payment method, and of its charges, that depends on its type."""

from datetime import UTC, datetime

from local.stripe_sandbox.bank_accounts import ROUTING_NUMBER, US, TestAccount
from local.stripe_sandbox.cards import TestCard
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.storage import Doc

# Days until a bank has taken the money, or has refused to.
DEBIT_DAYS = 4
_OF_A_CHARGE = (
    "brand", "checks", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4",
)  # fmt: skip


def card_details(card: TestCard, month: int, year: int) -> Doc:
    """Return what a payment method tells of its card."""
    return {
        "brand": card.brand,
        "checks": {
            "address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass",
        },
        "country": card.country,
        "display_brand": card.brand,
        "exp_month": month,
        "exp_year": year,
        "fingerprint": f"sandbox{card.last4}",
        "funding": "credit",
        "generated_from": None,
        "last4": card.last4,
        "networks": {"available": [card.brand], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }  # fmt: skip


def account_details(account: TestAccount, given: Doc) -> Doc:
    """Return what a payment method tells of its bank account."""
    if account.type == US:
        return {
            "account_holder_type": given.get("account_holder_type", "individual"),
            "account_type": given.get("account_type", "checking"),
            "bank_name": "STRIPE TEST BANK",
            "financial_connections_account": None,
            "fingerprint": f"sandbox{account.last4}",
            "last4": account.last4,
            "networks": {"preferred": "ach", "supported": ["ach"]},
            "routing_number": ROUTING_NUMBER,
            "status_details": {},
        }
    return {
        "bank_code": account.number[4:12],
        "branch_code": "",
        "country": account.number[:2],
        "fingerprint": f"sandbox{account.last4}",
        "generated_from": {"charge": None, "setup_attempt": None},
        "last4": account.last4,
    }


def charge_details(method: Doc, amount: int, *, authenticated: bool, now: int) -> Doc:
    """Return what a charge tells of what it was paid with."""
    kind = method["type"]
    if kind == "card":
        return {"card": _charged_card(method["card"], amount, authenticated), "type": "card"}
    kept = {"account_holder_type", "account_type", "bank_name", "fingerprint", "last4",
            "routing_number", "bank_code", "branch_code", "country"}  # fmt: skip
    details = {name: value for name, value in method[kind].items() if name in kept}
    day = datetime.fromtimestamp(now + DEBIT_DAYS * DAY, UTC).date()
    details |= {"expected_debit_date": day.isoformat(), "mandate": method.get("_mandate")}
    if kind == US:
        details |= {"payment_reference": None}
    return {kind: details, "type": kind}


def _charged_card(card: Doc, amount: int, authenticated: bool) -> Doc:
    secure = {
        "authentication_flow": "challenge", "electronic_commerce_indicator": "05",
        "exemption_indicator": None, "result": "authenticated", "result_reason": None,
        "transaction_id": None, "version": "2.2.0",
    }  # fmt: skip
    return {
        **{name: card[name] for name in _OF_A_CHARGE},
        "amount_authorized": amount, "installments": None, "mandate": None,
        "network": card["brand"], "network_token": {"used": False},
        "network_transaction_id": None, "regulated_status": "unregulated",
        "three_d_secure": secure if authenticated else None, "wallet": None,
    }  # fmt: skip
