"""Short ways to customers and the payment methods that they saved."""

from typing import Any

import stripe

from tests.stripe.browser import Browser

RETURN = "https://holdout.test/cards"


def customer(client: stripe.StripeClient) -> str:
    """Return the id of a new customer."""
    return str(client.v1.customers.create({"email": "cleo@example.com", "name": "Cleo"}).id)


def mandate() -> dict[str, Any]:
    """Return the agreement of an account's owner."""
    online = {"ip_address": "127.0.0.1", "user_agent": "test"}
    return {"customer_acceptance": {"type": "online", "online": online}}


def save(
    client: stripe.StripeClient, person: str, method: str, **params: Any
) -> stripe.SetupIntent:
    """Return a confirmed setup intent of a payment method for a customer."""
    return client.v1.setup_intents.create(
        {"confirm": True, "customer": person, "payment_method": method, **params}
    )


def saved_method(client: stripe.StripeClient, browser: Browser, alias: str) -> tuple[str, str]:
    """Return a customer and their saved payment method, authenticated where its bank asks."""
    person = customer(client)
    intent = save(client, person, alias)
    if intent.next_action:
        browser.post(intent.next_action.redirect_to_url.url, decision="complete")
    return person, str(client.v1.setup_intents.retrieve(intent.id).payment_method)
