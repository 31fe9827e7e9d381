"""Stripe's objects, as plain dictionaries, read into our own words. Pure functions."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from payments.stripe.objects import (
    Booking,
    ListedEvent,
    MadeRefund,
    MadeReversal,
    Payment,
    PaymentState,
    ProcessorEvent,
    SavedMethod,
    SeenDispute,
    SeenSetup,
    SentTransfer,
)

Answer = Mapping[str, Any]

NOT_COMPLETED = "The payment was not completed."
NOT_SAVED = "The payment method could not be saved."
CHARGE_STATES = {
    "succeeded": PaymentState.PAID,
    "processing": PaymentState.PROCESSING,
    "requires_action": PaymentState.CHALLENGED,
    "canceled": PaymentState.EXPIRED,
}
REFUND_STATES = {"succeeded": "succeeded", "failed": "failed", "canceled": "failed"}
DISPUTE_STATES = {
    "warning_needs_response": "inquiry",
    "warning_under_review": "inquiry",
    "warning_closed": "closed",
    "prevented": "closed",
}


def payment(session: Answer) -> Payment:
    """A Checkout Session with `payment_intent.latest_charge.balance_transaction` expanded."""
    intent = _expanded(session.get("payment_intent"))
    charge = _expanded(intent.get("latest_charge"))
    error = intent.get("last_payment_error") or {}
    return Payment(
        session_id=session["id"],
        state=_payment_state(session, intent),
        url=session.get("url") or "",
        payment_intent_id=_id(session.get("payment_intent")),
        charge_id=_id(intent.get("latest_charge")),
        amount_received=intent.get("amount_received") or 0,
        currency=(intent.get("currency") or session.get("currency") or "").upper(),
        declined_id=_declined_id(error, intent) if error else "",
        problem=(error.get("message") or NOT_COMPLETED),
        used=used(charge),
        booking=booking(charge.get("balance_transaction")),
    )


def charge(intent: Answer) -> Payment:
    """A payment intent of a saved method, with `latest_charge.balance_transaction` expanded."""
    charged = _expanded(intent.get("latest_charge"))
    error = intent.get("last_payment_error") or {}
    redirect = (intent.get("next_action") or {}).get("redirect_to_url") or {}
    return Payment(
        state=_charge_state(intent, error),
        url=redirect.get("url") or "",
        payment_intent_id=intent["id"],
        charge_id=_id(intent.get("latest_charge")),
        amount_received=intent.get("amount_received") or 0,
        currency=intent["currency"].upper(),
        declined_id=_declined_id(error, intent) if error else "",
        problem=error.get("message") or NOT_COMPLETED,
        used=used(charged),
        booking=booking(charged.get("balance_transaction")),
    )


def _charge_state(intent: Answer, error: Answer) -> PaymentState:
    """Without its payer a payment that must be confirmed fails, and may be tried once more."""
    waits = intent["status"] == "requires_payment_method"
    if waits and error.get("code") == "authentication_required":
        return PaymentState.CHALLENGED
    return CHARGE_STATES.get(intent["status"], PaymentState.FAILED)


def _declined_id(error: Answer, intent: Answer) -> str:
    """A declined attempt has a charge; one that failed before the bank was asked has none."""
    return str(error.get("charge") or _id(error.get("payment_method")) or intent["id"])


def _payment_state(session: Answer, intent: Answer) -> PaymentState:
    if session["payment_status"] == "paid" or intent.get("status") == "succeeded":
        return PaymentState.PAID
    if session["status"] == "expired":
        return PaymentState.EXPIRED
    if session["status"] == "open":
        return PaymentState.OPEN
    waits = intent.get("status") == "processing"
    return PaymentState.PROCESSING if waits else PaymentState.FAILED


def setup(session: Answer) -> SeenSetup:
    """A Checkout Session of mode `setup` with `setup_intent.payment_method` expanded."""
    intent = _expanded(session.get("setup_intent"))
    saved = _expanded(intent.get("payment_method"))
    error = intent.get("last_setup_error") or {}
    return SeenSetup(
        session_id=session["id"],
        state=_setup_state(session, intent),
        url=session.get("url") or "",
        method=method(saved) if saved else None,
        problem=error.get("message") or NOT_SAVED,
    )


def _setup_state(session: Answer, intent: Answer) -> str:
    """A bank account may wait for its owner to prove it after the page was left."""
    if session["status"] != "complete":
        return str(session["status"])
    states = {"succeeded": "saved", "canceled": "failed", "requires_payment_method": "failed"}
    return states.get(intent.get("status") or "", "open")


def method(found: Answer) -> SavedMethod:
    details = found.get(found["type"]) or {}
    return SavedMethod(
        id=found["id"],
        kind=found["type"],
        customer_id=_id(found.get("customer")),
        brand=details.get("brand") or details.get("bank_name") or "",
        last4=details.get("last4") or "",
        exp_month=details.get("exp_month"),
        exp_year=details.get("exp_year"),
    )


def used(charge: Answer) -> SavedMethod | None:
    """What a charge was made with; None where there is none yet."""
    details = charge.get("payment_method_details")
    return method(details | {"id": charge.get("payment_method") or ""}) if details else None


def booking(balance_transaction: Any) -> Booking | None:
    """None while Stripe has not booked it yet."""
    found = _expanded(balance_transaction)
    if not found:
        return None
    return Booking(
        id=found["id"],
        amount=found["amount"],
        fee=found["fee"],
        currency=found["currency"].upper(),
    )


def transfer(found: Answer) -> SentTransfer:
    return SentTransfer(
        id=found["id"],
        amount=found["amount"],
        currency=found["currency"].upper(),
        destination=_id(found.get("destination")),
        source=_id(found.get("source_transaction")),
        reversed=found.get("amount_reversed") or 0,
        payment_id=_id(found.get("destination_payment")),
    )


def reversal(found: Answer) -> MadeReversal:
    return MadeReversal(id=found["id"], amount=found["amount"], currency=found["currency"].upper())


def refund(found: Answer) -> MadeRefund:
    reason = found.get("failure_reason") or "unknown"
    return MadeRefund(
        id=found["id"],
        state=REFUND_STATES.get(found.get("status") or "", "pending"),
        amount=found["amount"],
        currency=found["currency"].upper(),
        charge_id=_id(found.get("charge")),
        problem=f"The bank did not take the refund ({reason.replace('_', ' ')}).",
        booking=booking(found.get("balance_transaction")),
    )


def dispute(found: Answer) -> SeenDispute:
    due = (found.get("evidence_details") or {}).get("due_by")
    booked = (booking(each) for each in found.get("balance_transactions") or [])
    return SeenDispute(
        id=found["id"],
        state=str(DISPUTE_STATES.get(found["status"], found["status"])),
        charge_id=_id(found.get("charge")),
        payment_intent_id=_id(found.get("payment_intent")),
        amount=found["amount"],
        currency=found["currency"].upper(),
        reason=found["reason"],
        is_refundable=found["is_charge_refundable"],
        due_at=datetime.fromtimestamp(due, UTC) if due else None,
        bookings=tuple(each for each in booked if each),
    )


LONGEST_ID = 255
LONGEST_TYPE = 120


def event(body: Answer) -> ProcessorEvent:
    """A snapshot or a thin event; whatever else it may be raises as reading it does."""
    if body["object"] == "v2.core.event":
        related = body.get("related_object") or {}
        return ProcessorEvent(
            id=_text(body["id"], LONGEST_ID),
            type=_text(body["type"], LONGEST_TYPE),
            object_id=_text(related.get("id", ""), LONGEST_ID),
            is_thin=True,
        )
    subject = body["data"]["object"]
    return ProcessorEvent(
        id=_text(body["id"], LONGEST_ID),
        type=_text(body["type"], LONGEST_TYPE),
        object_id=_text(subject.get("id") or "", LONGEST_ID),
        is_thin=False,
        marks=dict(subject.get("metadata") or {}),
        parent_id=_id(subject.get("payment_intent")),
        account_id=body.get("account") or "",
    )


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise TypeError(f"no text of at most {longest} characters: {value!r:.40}")
    return value


def listed_event(found: Answer) -> ListedEvent:
    """v1 writes seconds since 1970, v2 a time stamp."""
    created = found["created"]
    is_thin = isinstance(created, str)
    at = datetime.fromisoformat(created) if is_thin else datetime.fromtimestamp(created, UTC)
    return ListedEvent(payload=found, at=at)


def carries(found: Answer, operation: str) -> bool:
    return (found.get("metadata") or {}).get("operation") == operation


def _id(reference: Any) -> str:
    """The id behind an expandable field."""
    if isinstance(reference, Mapping):
        return str(reference["id"])
    return reference or ""


def _expanded(reference: Any) -> Answer:
    return reference if isinstance(reference, Mapping) else {}
