"""Calls to Stripe about payment methods that a customer saved for later."""

from collections.abc import Callable
from typing import Any

import stripe

from payments.stripe import answers
from payments.stripe.calls import StripeCalls, split_off, translated_errors
from payments.stripe.objects import Payment, Request, SavedMethod, SeenSetup

WHOLE_SETUP = ["setup_intent.payment_method"]
WHOLE_INTENT = {"expand": ["latest_charge.balance_transaction"]}


def intent_of(error: stripe.CardError) -> dict[str, Any]:
    """The payment intent that a declined attempt left behind; raises `error` if it left none."""
    body: Any = error.json_body or {}
    intent = (body.get("error") or {}).get("payment_intent")
    if not intent:
        raise error
    return dict(intent)


class SavedMethodCalls(StripeCalls):
    """Methods are set up on a hosted page and used by payment intents."""

    def open_setup(self, request: Request, key: str) -> SeenSetup:
        create = self.client.v1.checkout.sessions.create
        return answers.setup(self._post(create, request, key))

    def find_setup(self, request: Request, operation: str) -> SeenSetup | None:
        listing = self.client.v1.checkout.sessions.list
        found = self._find(listing, {"customer": request["customer"]}, operation)
        return self.fetch_setup(found["id"]) if found else None

    def fetch_setup(self, session_id: str) -> SeenSetup:
        with translated_errors():
            session = self.client.v1.checkout.sessions.retrieve(session_id, {"expand": WHOLE_SETUP})
        return answers.setup(session.to_dict())

    def fetch_method(self, method_id: str) -> SavedMethod:
        with translated_errors():
            return answers.method(self.client.v1.payment_methods.retrieve(method_id).to_dict())

    def detach_method(self, request: Request, key: str) -> SavedMethod:
        """Let a saved method go: it can never be charged again."""
        with translated_errors():
            found = self.client.v1.payment_methods.detach(
                request["payment_method"], options={"idempotency_key": key}
            )
        return answers.method(found.to_dict())

    def charge_saved(self, request: Request, key: str) -> Payment:
        """A declined or challenged attempt is an answer too, and raises nothing."""
        create = self.client.v1.payment_intents.create
        return self._attempt(create, {**request, **WHOLE_INTENT}, options={"idempotency_key": key})

    def find_charge(self, request: Request, operation: str) -> Payment | None:
        listing = self.client.v1.payment_intents.list
        found = self._find(listing, {"customer": request["customer"]}, operation)
        return self.fetch_charge(found["id"]) if found else None

    def fetch_charge(self, payment_intent_id: str) -> Payment:
        retrieve = self.client.v1.payment_intents.retrieve
        return self._attempt(retrieve, payment_intent_id, WHOLE_INTENT)

    def confirm_charge(self, request: Request, key: str) -> Payment:
        """Try the same payment again with its payer present; `url` is their bank's page.

        `intent` names the one to confirm; everything else is the body of the call.
        """
        intent, body = split_off(request, "intent")
        confirm = self.client.v1.payment_intents.confirm
        return self._attempt(
            confirm, intent, {**body, **WHOLE_INTENT}, options={"idempotency_key": key}
        )

    def cancel_charge(self, request: Request, key: str) -> Payment:
        cancel = self.client.v1.payment_intents.cancel
        return self._attempt(cancel, request["intent"], options={"idempotency_key": key})

    def _attempt(self, call: Callable[..., Any], *args: Any, **options: Any) -> Payment:
        with translated_errors():
            try:
                intent = call(*args, **options).to_dict()
            except stripe.CardError as error:
                intent = intent_of(error)
        return answers.charge(intent)
