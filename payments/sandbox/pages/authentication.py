"""The bank's 3-D Secure page, where a payer confirms or refuses."""

from urllib.parse import urlencode

from payments.sandbox import payment_methods
from payments.sandbox.box import Box
from payments.sandbox.currencies import shown
from payments.sandbox.errors import StripeError
from payments.sandbox.http_messages import Answer, redirect
from payments.sandbox.pages import checkout
from payments.sandbox.pages.templates import fragment, notice, page
from payments.sandbox.payment_attempts import attempt, fail_authentication
from payments.sandbox.storage import Doc


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Ask whether the payer confirms."""
    intent = box.storage.get(id, "payment_intent")
    if intent is None or intent["status"] != "requires_action":
        return _nothing_to_confirm()
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    amount = shown(intent["amount"], intent["currency"])
    body = fragment("authentication", amount=amount, last4=method["card"]["last4"])
    return page("Confirm your payment", body)


def decide(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Go on with the payment, or give it up, as the payer chose."""
    intent = box.storage.get(id, "payment_intent")
    if intent is None or intent["status"] != "requires_action":
        return _nothing_to_confirm()
    if fields.get("decision") != "complete":
        return _back(box, fail_authentication(box, intent))
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    try:
        intent = attempt(box, intent, method, authenticated=True)
    except StripeError:
        return _back(box, intent)
    return checkout.finish(box, intent) if intent["_session"] else _back(box, intent)


def _back(box: Box, intent: Doc) -> Answer:
    if intent["_session"]:
        return redirect(f"{box.public_url}/c/pay/{intent['_session']}")
    if not intent["_return_url"]:
        return notice("Done", "You can close this page.")
    outcome = "succeeded" if intent["status"] == "succeeded" else "failed"
    query = urlencode({"payment_intent": intent["id"], "redirect_status": outcome})
    joint = "&" if "?" in intent["_return_url"] else "?"
    return redirect(f"{intent['_return_url']}{joint}{query}")


def _nothing_to_confirm() -> Answer:
    return notice("There is nothing to confirm", "This payment does not wait for you.", status=404)
