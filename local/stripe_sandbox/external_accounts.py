"""Bank accounts that payouts go to, as Stripe shows them: never more than the last four digits."""

from local.stripe_sandbox import ids
from local.stripe_sandbox.box import Box

CURRENCIES = {
    "AU": "aud", "CA": "cad", "CH": "chf", "CZ": "czk", "DK": "dkk", "GB": "gbp", "IN": "inr",
    "JP": "jpy", "NO": "nok", "PL": "pln", "SE": "sek", "US": "usd",
}  # fmt: skip


def name(box: Box, *, account: str, holder: str, country: str, number: str) -> str:
    """Keep the bank account of an account, and return its id."""
    made = box.storage.insert(
        {
            "id": ids.new("ba"),
            "object": "bank_account",
            "account": account,
            "account_holder_name": holder,
            "account_holder_type": "individual",
            "account_type": None,
            "available_payout_methods": ["standard"],
            "bank_name": "STRIPE TEST BANK",
            "country": country,
            "currency": CURRENCIES.get(country, "eur"),
            "default_for_currency": True,
            "fingerprint": ids.random_text(16),
            "future_requirements": None,
            "last4": number[-4:],
            "metadata": {},
            "requirements": None,
            "routing_number": None,
            "status": "new",
        }
    )
    return str(made["id"])
