"""Failed attempts to pay: the intent goes back to needing a payment method."""

from local.stripe_sandbox import events
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, card_error
from local.stripe_sandbox.storage import Doc, public


def record(box: Box, intent: Doc, method: Doc, error: Doc) -> Doc:
    """Note why an attempt failed, and tell of it."""
    intent = box.storage.save(
        intent
        | {
            "last_payment_error": error | {"payment_method": public(method)},
            "next_action": None,
            "payment_method": None,
            "status": "requires_payment_method",
        }
    )
    events.emit(box, "payment_intent.payment_failed", intent)
    return intent


def declined(box: Box, intent: Doc, method: Doc, error: Doc) -> StripeError:
    """Return the card error of a failed attempt, which it records."""
    intent = record(box, intent, method, error)
    particulars = {name: value for name, value in error.items() if name not in ("type", "message")}
    return card_error(
        error["message"],
        **particulars,
        payment_intent=public(intent),
        payment_method=public(method),
    )
