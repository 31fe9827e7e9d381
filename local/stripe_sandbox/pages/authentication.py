"""The bank's 3-D Secure page, where a payer confirms or refuses."""

from urllib.parse import urlencode

from local.stripe_sandbox import payment_attempts, payment_methods, setup_attempts
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.http_messages import Answer, redirect
from local.stripe_sandbox.pages import checkout
from local.stripe_sandbox.pages.templates import NOTHING, fragment, notice, page
from local.stripe_sandbox.storage import Doc


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Ask whether the payer confirms."""
    intent = _waiting(box, id)
    if intent is None:
        return _nothing_to_confirm()
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    title = "Confirm your payment" if _is_payment(intent) else "Confirm your card"
    amount = NOTHING
    if _is_payment(intent):
        amount = fragment("amount", amount=shown(intent["amount"], intent["currency"]))
    last4 = method["card"]["last4"]
    return page(title, fragment("authentication", title=title, amount=amount, last4=last4))


def decide(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Go on with the payment or setup, or give it up, as the payer chose."""
    intent = _waiting(box, id)
    if intent is None:
        return _nothing_to_confirm()
    attempts = payment_attempts if _is_payment(intent) else setup_attempts
    if fields.get("decision") != "complete":
        return _back(box, attempts.fail_authentication(box, intent))
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    try:
        intent = attempts.attempt(box, intent, method, authenticated=True)
    except StripeError:
        return _back(box, intent)
    return checkout.finish(box, intent) if intent["_session"] else _back(box, intent)


def _waiting(box: Box, id: str) -> Doc | None:
    """Return the intent that waits for its payer, if it still does."""
    intent = box.storage.get(id)
    is_intent = intent is not None and intent["object"] in ("payment_intent", "setup_intent")
    return intent if is_intent and intent and intent["status"] == "requires_action" else None


def _is_payment(intent: Doc) -> bool:
    return bool(intent["object"] == "payment_intent")


def _back(box: Box, intent: Doc) -> Answer:
    if intent["_session"]:
        return redirect(f"{box.public_url}/c/pay/{intent['_session']}")
    if not intent["_return_url"]:
        return notice("Done", "You can close this page.")
    outcome = "succeeded" if intent["status"] == "succeeded" else "failed"
    query = urlencode({intent["object"]: intent["id"], "redirect_status": outcome})
    joint = "&" if "?" in intent["_return_url"] else "?"
    return redirect(f"{intent['_return_url']}{joint}{query}")


def _nothing_to_confirm() -> Answer:
    return notice("There is nothing to confirm", "This payment does not wait for you.", status=404)
