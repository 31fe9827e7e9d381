"""One attempt to pay an intent: it succeeds, waits, is declined, or asks for authentication."""

from local.stripe_sandbox import charges, debits, events, payment_failures, payment_methods
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.payment_methods import test_card
from local.stripe_sandbox.storage import Doc

AUTHENTICATION_FAILED = (
    "We are unable to authenticate your payment method. "
    "Please choose a different payment method and try again."
)
AUTHENTICATION_REQUIRED = "Your card was declined. This transaction requires authentication."


def attempt(
    box: Box, intent: Doc, method: Doc, *, off_session: bool = False, authenticated: bool = False
) -> Doc:
    """Try to take the money; a decline is raised, and its traces stay."""
    payment_methods.refuse_currency(method, intent["currency"])
    intent = intent | {"payment_method": method["id"], "last_payment_error": None}
    if method["type"] != "card":
        return debits.begin(box, intent, _kept(box, intent, method))
    card = test_card(method)
    if not authenticated and must_authenticate(method, off_session=off_session):
        if off_session:
            error = _authentication_required()
            raise payment_failures.declined(box, intent, method, error)
        return _ask_for_authentication(box, intent)
    if card.decline:
        error = _decline(box, intent, method)
        raise payment_failures.declined(box, intent, method, error)
    return _succeed(box, intent, method, authenticated=authenticated)


def must_authenticate(method: Doc, *, off_session: bool) -> bool:
    """Return whether a card's bank asks its owner; some cards that were set up need none."""
    card = test_card(method)
    is_free = off_session and card.is_free_once_set_up and method.get("_is_set_up")
    return card.authenticates and not is_free


def fail_authentication(box: Box, intent: Doc) -> Doc:
    """Put an intent back to needing a payment method; there was no charge."""
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    error = {
        "code": "payment_intent_authentication_failure",
        "message": AUTHENTICATION_FAILED,
        "type": "card_error",
    }
    return payment_failures.record(box, intent, method, error)


def _succeed(box: Box, intent: Doc, method: Doc, *, authenticated: bool) -> Doc:
    method = _kept(box, intent, method)
    if authenticated and intent["setup_future_usage"]:
        method = box.storage.save(method | {"_is_set_up": True})
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


def _kept(box: Box, intent: Doc, method: Doc) -> Doc:
    """Attach a payment method if the intent said that it will be used again."""
    if intent["setup_future_usage"] and intent["customer"]:
        return payment_methods.attach(box, method, intent["customer"])
    return method


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
