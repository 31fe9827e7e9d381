"""One attempt to pay an intent: it succeeds, is declined, or asks for authentication."""

from payments.sandbox import charges, events, payment_methods
from payments.sandbox.box import Box
from payments.sandbox.errors import StripeError, card_error
from payments.sandbox.payment_methods import test_card
from payments.sandbox.storage import Doc, public

AUTHENTICATION_FAILED = (
    "We are unable to authenticate your payment method. "
    "Please choose a different payment method and try again."
)
AUTHENTICATION_REQUIRED = "Your card was declined. This transaction requires authentication."


def attempt(
    box: Box, intent: Doc, method: Doc, *, off_session: bool = False, authenticated: bool = False
) -> Doc:
    """Try to take the money; a decline is raised, and its traces stay."""
    card = test_card(method)
    intent = intent | {"payment_method": method["id"], "last_payment_error": None}
    if card.authenticates and not authenticated:
        if off_session:
            raise _declined(box, intent, method, _authentication_required())
        return _ask_for_authentication(box, intent)
    if card.decline:
        raise _declined(box, intent, method, _decline(box, intent, method))
    return _succeed(box, intent, method, authenticated=authenticated)


def fail_authentication(box: Box, intent: Doc) -> Doc:
    """Put an intent back to needing a payment method; there was no charge."""
    method = payment_methods.usable(box, intent["payment_method"])
    error = {
        "code": "payment_intent_authentication_failure",
        "message": AUTHENTICATION_FAILED,
        "type": "card_error",
    }
    return _back_to_start(box, intent, method, error)


def _succeed(box: Box, intent: Doc, method: Doc, *, authenticated: bool) -> Doc:
    if intent["setup_future_usage"] and intent["customer"]:
        method = payment_methods.attach(box, method, intent["customer"])
    charge = charges.charge_succeeded(box, intent, method, authenticated=authenticated)
    intent = box.storage.save(
        intent
        | {
            "amount_received": intent["amount"],
            "latest_charge": charge["id"],
            "next_action": None,
            "status": "succeeded",
        }
    )
    events.emit(box, "payment_intent.succeeded", intent)
    charges.settle(box, charge)
    return intent


def _ask_for_authentication(box: Box, intent: Doc) -> Doc:
    page = f"{box.public_url}/authentication/{intent['id']}"
    next_action = {
        "type": "redirect_to_url",
        "redirect_to_url": {"return_url": intent["_return_url"], "url": page},
    }
    intent = box.storage.save(intent | {"next_action": next_action, "status": "requires_action"})
    events.emit(box, "payment_intent.requires_action", intent)
    return intent


def _authentication_required() -> Doc:
    return {
        "code": "authentication_required",
        "decline_code": "authentication_required",
        "message": AUTHENTICATION_REQUIRED,
        "type": "card_error",
    }


def _decline(box: Box, intent: Doc, method: Doc) -> Doc:
    charge = charges.charge_failed(box, intent, method)
    intent["latest_charge"] = charge["id"]
    code, decline_code, message = test_card(method).decline or ("card_declined", None, "")
    error = {"charge": charge["id"], "code": code, "message": message, "type": "card_error"}
    return error | ({"decline_code": decline_code} if decline_code else {})


def _declined(box: Box, intent: Doc, method: Doc, error: Doc) -> StripeError:
    intent = _back_to_start(box, intent, method, error)
    particulars = {name: value for name, value in error.items() if name not in ("type", "message")}
    return card_error(
        error["message"],
        **particulars,
        payment_intent=public(intent),
        payment_method=public(method),
    )


def _back_to_start(box: Box, intent: Doc, method: Doc, error: Doc) -> Doc:
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
