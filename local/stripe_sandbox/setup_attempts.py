"""One attempt to set a payment method up: it succeeds, is declined, or asks for authentication."""

from local.stripe_sandbox import events, payment_methods
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import card_error
from local.stripe_sandbox.payment_attempts import AUTHENTICATION_FAILED
from local.stripe_sandbox.storage import Doc, public


def attempt(box: Box, intent: Doc, method: Doc, *, authenticated: bool = False) -> Doc:
    """Try to make a payment method ready for later; a decline is raised, and its traces stay."""
    intent = intent | {"payment_method": method["id"], "last_setup_error": None}
    if method["type"] != "card":
        return _succeed(box, intent, method)
    card = payment_methods.test_card(method)
    if card.authenticates and not authenticated:
        return _ask_for_authentication(box, intent)
    if card.decline and not card.declines_when_charged_only:
        code, decline_code, message = card.decline
        reason = {"decline_code": decline_code} if decline_code else {}
        _fail(box, intent, method, {"code": code, "message": message, **reason})
        raise card_error(
            message, code=code, **reason,
            setup_intent=public(box.storage.get(intent["id"]) or {}),
            payment_method=public(method),
        )  # fmt: skip
    return _succeed(box, intent, method, authenticated=authenticated)


def fail_authentication(box: Box, intent: Doc) -> Doc:
    """Put an intent back to needing a payment method."""
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    code = "setup_intent_authentication_failure"
    return _fail(box, intent, method, {"code": code, "message": AUTHENTICATION_FAILED})


def _succeed(box: Box, intent: Doc, method: Doc, *, authenticated: bool = False) -> Doc:
    if intent["customer"]:
        method = payment_methods.attach(box, method, intent["customer"])
    if authenticated:
        method = box.storage.save(method | {"_is_set_up": True})
    changes = {"mandate": method.get("_mandate"), "next_action": None, "status": "succeeded"}
    intent = box.storage.save(intent | changes)
    events.emit(box, "setup_intent.succeeded", intent)
    return intent


def _ask_for_authentication(box: Box, intent: Doc) -> Doc:
    page = f"{box.public_url}/authentication/{intent['id']}"
    next_action = {
        "type": "redirect_to_url",
        "redirect_to_url": {"return_url": intent["_return_url"], "url": page},
    }
    intent = box.storage.save(intent | {"next_action": next_action, "status": "requires_action"})
    events.emit(box, "setup_intent.requires_action", intent)
    return intent


def _fail(box: Box, intent: Doc, method: Doc, error: Doc) -> Doc:
    intent = box.storage.save(
        intent
        | {
            "last_setup_error": error | {"payment_method": public(method), "type": "card_error"},
            "next_action": None,
            "payment_method": None,
            "status": "requires_payment_method",
        }
    )
    events.emit(box, "setup_intent.setup_failed", intent)
    return intent
