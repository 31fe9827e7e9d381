"""Short ways to the things that tests start from."""

from typing import Any

import stripe

from tests.stripe.browser import Browser

SUCCESS = "https://holdout.test/funded?session={CHECKOUT_SESSION_ID}"
CANCEL = "https://holdout.test/contract"
RESPONSIBILITIES = {"fees_collector": "application", "losses_collector": "application"}
RECIPIENT = {"capabilities": {"stripe_balance": {"stripe_transfers": {"requested": True}}}}
RETURN = "https://holdout.test/payouts"
REFRESH = "https://holdout.test/payouts/again"
IBAN = "DE89 3704 0044 0532 0130 00"


def line_item(amount: int = 10_000, currency: str = "usd") -> dict[str, Any]:
    """Return a line of an order."""
    product = {"name": "Milestone 1"}
    price = {"currency": currency, "unit_amount": amount, "product_data": product}
    return {"quantity": 1, "price_data": price}


def open_session(
    client: stripe.StripeClient, amount: int = 10_000, currency: str = "usd", **params: Any
) -> stripe.checkout.Session:
    """Return a session that waits for its payer."""
    return client.v1.checkout.sessions.create(
        {
            "mode": "payment",
            "line_items": [line_item(amount, currency)],
            "success_url": SUCCESS,
            "cancel_url": CANCEL,
            **params,
        }
    )


def pay_intent(
    client: stripe.StripeClient, amount: int = 10_000, currency: str = "usd", **params: Any
) -> stripe.PaymentIntent:
    """Return an intent that succeeded, with its charge expanded."""
    return client.v1.payment_intents.create(
        {
            "amount": amount,
            "currency": currency,
            "confirm": True,
            "payment_method": "pm_card_visa",
            "expand": ["latest_charge"],
            **params,
        }
    )


def new_account(client: stripe.StripeClient, **params: Any) -> stripe.v2.core.Account:
    """Return an account that is not onboarded."""
    return client.v2.core.accounts.create(
        {
            "contact_email": "freelancer@example.com",
            "display_name": "Fay Lancer",
            "dashboard": "express",
            "identity": {"country": "de", "entity_type": "individual"},
            "defaults": {"responsibilities": RESPONSIBILITIES},
            "configuration": {"recipient": RECIPIENT},
            **params,
        }
    )


def new_link(client: stripe.StripeClient, account: str) -> stripe.v2.core.AccountLink:
    """Return a link to the onboarding page."""
    flow = {"refresh_url": REFRESH, "return_url": RETURN}
    use_case = {"type": "account_onboarding", "account_onboarding": flow}
    return client.v2.core.account_links.create({"account": account, "use_case": use_case})


def onboard(client: stripe.StripeClient, browser: Browser, account: str) -> None:
    """Fill in the onboarding page of an account."""
    link = new_link(client, account)
    browser.post(link.url, legal_name="Fay Lancer", country="DE", payout_account=IBAN)


def onboarded_account(client: stripe.StripeClient, browser: Browser) -> str:
    """Return the id of an account that can receive transfers."""
    account = new_account(client)
    onboard(client, browser, account.id)
    return account.id


def transfer_status(client: stripe.StripeClient, account: str) -> str:
    """Return the status of an account's transfers capability."""
    found = client.v2.core.accounts.retrieve(account, {"include": ["configuration.recipient"]})
    balance = found.configuration.recipient.capabilities.stripe_balance
    return str(balance.stripe_transfers.status)


def amounts(entries: list[Any]) -> dict[str, int]:
    """Return a balance's amounts by currency."""
    return {entry.currency: entry.amount for entry in entries}
