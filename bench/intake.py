"""What a webhook costs the web process: signature, stored row, promised job, answer."""

import json
import statistics

from bench.visits import WARM_UP, visit
from marketplace.wsgi import application

# Only now is Django set up.
from django.conf import settings  # isort: skip
from django.urls import reverse  # isort: skip
from tests.payments.messages import signed  # isort: skip

MESSAGES = 300
# As the processor sends it, with the fields that a card payment leaves empty.
PAYMENT = {
    "id": "pi_3SYx2kLkdIwHu7ix0aBcDeFg",
    "object": "payment_intent",
    "amount": 500_000,
    "amount_capturable": 0,
    "amount_details": {"tip": {}},
    "amount_received": 500_000,
    "capture_method": "automatic_async",
    "client_secret": "pi_3SYx2kLkdIwHu7ix0aBcDeFg_secret_Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8Q",
    "confirmation_method": "automatic",
    "created": 1_796_040_000,
    "currency": "usd",
    "customer": "cus_TaBcDeFgHiJkLm",
    "description": "Data report and baseline",
    "last_payment_error": None,
    "latest_charge": "ch_3SYx2kLkdIwHu7ix0hIjKlMn",
    "livemode": False,
    "metadata": {"operation": "019ac1f0-5f4e-7c0a-9d4e-0a1b2c3d4e5f", "kind": "charge"},
    "payment_method": "pm_1SYx2jLkdIwHu7ixOpQrStUv",
    "payment_method_options": {
        "card": {"network": None, "request_three_d_secure": "automatic", "installments": None}
    },
    "payment_method_types": ["card", "us_bank_account", "link"],
    "status": "succeeded",
    "transfer_group": "escrow_019ac1f0",
} | dict.fromkeys(
    [
        *("application", "application_fee_amount", "automatic_payment_methods", "canceled_at"),
        *("cancellation_reason", "next_action", "on_behalf_of", "processing", "receipt_email"),
        *("review", "setup_future_usage", "shipping", "source", "statement_descriptor"),
        *("statement_descriptor_suffix", "transfer_data"),
    ]
)


def main() -> None:
    address = reverse("payments:stripe_webhook")
    spent = [take_in(address, number) * 1000 for number in range(WARM_UP + MESSAGES)][WARM_UP:]
    high = statistics.quantiles(spent, n=20)[-1]
    print(json.dumps({"median": statistics.median(spent), "high": high, "messages": len(spent)}))


def take_in(address: str, number: int) -> float:
    """CPU seconds of the request that brings a new event."""
    event = {
        "id": f"evt_3SYx2kLkdIwHu7ix{number:06}",
        "object": "event",
        "api_version": "2026-05-27.dahlia",
        "created": 1_796_040_001,
        "data": {"object": PAYMENT},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": "req_AbCdEfGhIjKlMn", "idempotency_key": None},
        "type": "payment_intent.succeeded",
    }
    body, signature = signed(event, secret=settings.STRIPE_WEBHOOK_SECRETS[0])
    headers = {"HTTP_STRIPE_SIGNATURE": signature, "CONTENT_TYPE": "application/json"}
    headers["CONTENT_LENGTH"] = str(len(body.encode()))
    return visit(application, address, body=body.encode(), **headers)


if __name__ == "__main__":
    main()
