"""Calls to Stripe about payment methods that a customer saved for later."""

from payments import stripe_answers as answers
from payments.gateway import MethodSetUp, Request, SavedMethod
from payments.stripe_calls import StripeCalls, own_errors

WHOLE_SETUP = ["setup_intent.payment_method"]


class SavedMethodCalls(StripeCalls):
    """Methods are set up on a hosted page and used by payment intents."""

    def open_setup(self, request: Request, key: str) -> MethodSetUp:
        create = self.client.v1.checkout.sessions.create
        return answers.setup(self._post(create, request, key))

    def find_setup(self, request: Request, operation: str) -> MethodSetUp | None:
        listing = self.client.v1.checkout.sessions.list
        found = self._find(listing, {"customer": request["customer"]}, operation)
        return self.fetch_setup(found["id"]) if found else None

    def fetch_setup(self, session_id: str) -> MethodSetUp:
        with own_errors():
            session = self.client.v1.checkout.sessions.retrieve(session_id, {"expand": WHOLE_SETUP})
        return answers.setup(session.to_dict())

    def fetch_method(self, method_id: str) -> SavedMethod:
        with own_errors():
            return answers.method(self.client.v1.payment_methods.retrieve(method_id).to_dict())

    def detach_method(self, request: Request, key: str) -> SavedMethod:
        with own_errors():
            found = self.client.v1.payment_methods.detach(
                request["payment_method"], options={"idempotency_key": key}
            )
        return answers.method(found.to_dict())
