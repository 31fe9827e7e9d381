"""What we ask of Stripe, in our words: separate charges and transfers. Ids are Stripe's own."""

import io
import json
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

import stripe
from django.conf import settings

from marketplace.core.data.texts import check_keepable
from payments.stripe import answers
from payments.stripe import requirements as stripe_requirements
from payments.stripe.balance import BalanceCalls
from payments.stripe.bank_payouts import BankPayoutCalls
from payments.stripe.calls import PatientClient, split_off, translated_errors
from payments.stripe.errors import EventUnreadable, SignatureInvalid
from payments.stripe.objects import (
    ListedEvent,
    MadeRefund,
    MadeReversal,
    Payment,
    ProcessorAccount,
    ProcessorEvent,
    Request,
    SeenDispute,
    SentTransfer,
)
from payments.stripe.saved_methods import SavedMethodCalls

# A person waits so many seconds for all calls of one request.
PATIENCE = 8
# A worker, for each call, so many to connect and to answer.
WORKER_TIMEOUT = (5, 20)
SIGNATURE_TOLERANCE = 300

WHOLE_PAYMENT = ["payment_intent.latest_charge.balance_transaction"]
WHOLE_REFUND: Any = {"expand": ["balance_transaction"]}
ACCOUNT_PARTS: list[Any] = ["configuration.recipient", "requirements"]


def gateway_for_request() -> "Gateway":
    """One for each request: its patience begins now."""
    return _gateway(
        settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE, PatientClient(seconds=PATIENCE)
    )


def gateway_for_worker() -> "Gateway":
    return _worker_gateway(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE)


@lru_cache
def _worker_gateway(key: str, base: str | None) -> "Gateway":
    return _gateway(key, base, stripe.RequestsClient(timeout=WORKER_TIMEOUT))


def _gateway(key: str, base: str | None, http_client: stripe.HTTPClient) -> "Gateway":
    return Gateway(
        stripe.StripeClient(
            key,
            http_client=http_client,
            # The sandbox serves files at the same address.
            base_addresses={"api": base, "files": base} if base else {},
            # Our operations are sent again by us, with a look at the clock.
            max_network_retries=0,
        )
    )


def read_event(body: bytes, signature: str) -> ProcessorEvent:
    """The event in a raw body, by any of our secrets. Raises SignatureInvalid, EventUnreadable."""
    if not signature.isascii():
        raise SignatureInvalid()
    for secret in settings.STRIPE_WEBHOOK_SECRETS:
        try:
            stripe.WebhookSignature.verify_header(body, signature, secret, SIGNATURE_TOLERANCE)
        except (stripe.SignatureVerificationError, ValueError):
            continue
        return _event_in(body)
    raise SignatureInvalid()


def _event_in(body: bytes) -> ProcessorEvent:
    try:
        payload = json.loads(body)
        check_keepable(payload)
        return answers.event(payload)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise EventUnreadable() from error


class Gateway(SavedMethodCalls, BankPayoutCalls, BalanceCalls):
    """Each method is one call, except where an object has to be looked for.

    Every call may raise Declined or InvalidRequest (definitely not done), NotCarriedOut (not
    done, ask again), ProcessorUnavailable (nobody knows) or ParametersChanged; see errors.py.
    `request` is the frozen body of the call and `key` its idempotency key.
    """

    def create_customer(self, request: Request, key: str) -> str:
        return str(self._post(self.client.v1.customers.create, request, key)["id"])

    def update_customer(self, request: Request, key: str) -> None:
        """`customer` names whom; the rest is what is new."""
        customer, body = split_off(request, "customer")
        with translated_errors():
            self.client.v1.customers.update(customer, body, options={"idempotency_key": key})

    def update_account(self, request: Request, key: str) -> None:
        """`account` names whose; the rest is what is new."""
        account, body = split_off(request, "account")
        with translated_errors():
            self.client.v2.core.accounts.update(account, body, options={"idempotency_key": key})

    def open_checkout(self, request: Request, key: str) -> Payment:
        create = self.client.v1.checkout.sessions.create
        return answers.payment(self._post(create, request, key))

    def find_checkout(self, request: Request, operation: str) -> Payment | None:
        """The checkout that carries `operation` in its metadata, if it was ever made."""
        listing = self.client.v1.checkout.sessions.list
        found = self._find(listing, {"customer": request["customer"]}, operation)
        return self.fetch_payment(found["id"]) if found else None

    def expire_checkout(self, request: Request, key: str) -> Payment:
        with translated_errors():
            session = self.client.v1.checkout.sessions.expire(
                request["session"], options={"idempotency_key": key}
            )
        return answers.payment(session.to_dict())

    def fetch_payment(self, session_id: str) -> Payment:
        with translated_errors():
            session = self.client.v1.checkout.sessions.retrieve(
                session_id, {"expand": WHOLE_PAYMENT}
            )
        return answers.payment(session.to_dict())

    def session_of(self, payment_intent_id: str) -> str | None:
        """The checkout session that a payment intent belongs to."""
        with translated_errors():
            page = self.client.v1.checkout.sessions.list({"payment_intent": payment_intent_id})
        return next((session.id for session in page.data), None)

    def send_transfer(self, request: Request, key: str) -> SentTransfer:
        return answers.transfer(self._post(self.client.v1.transfers.create, request, key))

    def find_transfer(self, request: Request, operation: str) -> SentTransfer | None:
        group = {"transfer_group": request["transfer_group"]}
        found = self._find(self.client.v1.transfers.list, group, operation)
        return answers.transfer(found) if found else None

    def fetch_transfer(self, transfer_id: str) -> SentTransfer:
        with translated_errors():
            return answers.transfer(self.client.v1.transfers.retrieve(transfer_id).to_dict())

    def reverse_transfer(self, request: Request, key: str) -> MadeReversal:
        """`transfer` names the one to reverse; everything else is the body of the call."""
        transfer, body = split_off(request, "transfer")
        with translated_errors():
            made = self.client.v1.transfers.reversals.create(
                transfer, body, options={"idempotency_key": key}
            )
        return answers.reversal(made.to_dict())

    def fetch_reversal(self, transfer_id: str, reversal_id: str) -> MadeReversal:
        with translated_errors():
            found = self.client.v1.transfers.reversals.retrieve(transfer_id, reversal_id)
        return answers.reversal(found.to_dict())

    def find_reversal(self, request: Request, operation: str) -> MadeReversal | None:
        def listing(criteria: Any) -> Any:
            return self.client.v1.transfers.reversals.list(request["transfer"], criteria)

        found = self._find(listing, {}, operation)
        return answers.reversal(found) if found else None

    def refund(self, request: Request, key: str) -> MadeRefund:
        create = self.client.v1.refunds.create
        return answers.refund(self._post(create, {**request, **WHOLE_REFUND}, key))

    def find_refund(self, request: Request, operation: str) -> MadeRefund | None:
        of_charge = {"charge": request["charge"]}
        found = self._find(self.client.v1.refunds.list, of_charge, operation)
        return self.fetch_refund(found["id"]) if found else None

    def fetch_refund(self, refund_id: str) -> MadeRefund:
        with translated_errors():
            found = self.client.v1.refunds.retrieve(refund_id, WHOLE_REFUND)
        return answers.refund(found.to_dict())

    def fetch_dispute(self, dispute_id: str) -> SeenDispute:
        with translated_errors():
            return answers.dispute(self.client.v1.disputes.retrieve(dispute_id).to_dict())

    def upload_evidence(self, name: str, body: bytes, key: str) -> str:
        """The processor's id of the file. A file uploaded twice does no harm."""
        document = io.BytesIO(body)
        document.name = name  # the library reads the file's name there
        with translated_errors():
            made = self.client.v1.files.create(
                {"purpose": "dispute_evidence", "file": document},
                options={"idempotency_key": key},
            )
        return made.id

    def submit_evidence(self, request: Request, key: str) -> SeenDispute:
        """`dispute` names the one to answer; everything else is the body of the call."""
        dispute, body = split_off(request, "dispute")
        with translated_errors():
            answered = self.client.v1.disputes.update(
                dispute, body, options={"idempotency_key": key}
            )
        return answers.dispute(answered.to_dict())

    def accept_dispute(self, request: Request, key: str) -> SeenDispute:
        """Lose it at once: no evidence is given."""
        with translated_errors():
            closed = self.client.v1.disputes.close(
                request["dispute"], options={"idempotency_key": key}
            )
        return answers.dispute(closed.to_dict())

    def find_submission(self, request: Request, operation: str) -> SeenDispute | None:
        """The dispute, if it was answered by `operation`."""
        with translated_errors():
            found = self.client.v1.disputes.retrieve(request["dispute"]).to_dict()
        return answers.dispute(found) if answers.carries(found, operation) else None

    def open_account(self, request: Request, key: str) -> ProcessorAccount:
        return stripe_requirements.account(
            self._post(self.client.v2.core.accounts.create, request, key)
        )

    def fetch_account(self, account_id: str) -> ProcessorAccount:
        with translated_errors():
            found = self.client.v2.core.accounts.retrieve(account_id, {"include": ACCOUNT_PARTS})
        return stripe_requirements.account(found.to_dict())

    def onboarding_link(self, request: Request, key: str) -> str:
        return str(self._post(self.client.v2.core.account_links.create, request, key)["url"])

    def snapshot_events(self, since: datetime) -> Iterator[ListedEvent]:
        """Every event of our own account since then, newest first."""
        with translated_errors():
            page = self.client.v1.events.list(
                {"created": {"gte": int(since.timestamp())}, "limit": 100}
            )
            for event in page.auto_paging_iter():
                yield answers.listed_event(event.to_dict())

    def thin_events(self, since: datetime) -> Iterator[ListedEvent]:
        """Every event that only names what changed since then, newest first."""
        with translated_errors():
            page = self.client.v2.core.events.list(
                {"created": {"gte": since.isoformat()}, "limit": 100}
            )
            for event in page.auto_paging_iter():
                yield answers.listed_event(event.to_dict())

    def dashboard_link(self, request: Request, key: str) -> str:
        with translated_errors():
            link = self.client.v1.accounts.login_links.create(
                request["account"], options={"idempotency_key": key}
            )
        return link.url
