"""The page where a Checkout Session is paid, or its payment method is set up."""

from local.stripe_sandbox import (
    checkout_outcomes,
    checkout_sessions,
    customers,
    mandates,
    payment_attempts,
    payment_intents,
    payment_methods,
    setup_attempts,
)
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.http_messages import Answer, redirect
from local.stripe_sandbox.pages import checkout_form
from local.stripe_sandbox.pages.card_form import read_card
from local.stripe_sandbox.pages.debit_form import read_account
from local.stripe_sandbox.pages.templates import notice
from local.stripe_sandbox.storage import Doc


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Show the order and the form; `?card=` or `?account=` fills in a test card or account."""
    session = box.storage.get(id, "checkout.session")
    if session is None:
        return _unknown()
    if closed := _closed(session):
        return closed
    kind = _kind(session, fields)
    values = {"email": _email(box, session), "country": "US"}
    values |= checkout_form.test_values(kind, fields)
    return checkout_form.form(session, kind, values, {}, alert=_last_error(box, session))


def pay(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Try to pay with, or set up, the card or bank account typed in."""
    session = box.storage.get(id, "checkout.session")
    if session is None:
        return _unknown()
    if closed := _closed(session):
        return closed
    kind = _kind(session, fields)
    fields = {"email": _email(box, session), **fields}
    if kind == "card":
        given, errors = read_card(fields, now=box.clock.now())
    else:
        given, errors = read_account(fields, kind)
    if errors:
        return checkout_form.form(session, kind, fields, errors, status=422)
    try:
        intent = _attempt(box, session, _method(box, kind, fields, given))
    except StripeError as error:
        return checkout_form.form(session, kind, fields, {}, alert=str(error), status=402)
    if intent["status"] == "requires_action":
        return redirect(intent["next_action"]["redirect_to_url"]["url"])
    return finish(box, intent)


def finish(box: Box, intent: Doc) -> Answer:
    """Complete the session of an intent that succeeded or waits, and send the payer on."""
    session = checkout_sessions.retrieve(box, {}, intent["_session"])
    if session["status"] == "open":
        method = payment_methods.retrieve(box, {}, intent["payment_method"])
        details = {"phone": None, "tax_exempt": "none", "tax_ids": [], "business_name": None,
                   "individual_name": None} | {
            name: method["billing_details"][name] for name in ("address", "email", "name")
        }  # fmt: skip
        session = checkout_outcomes.complete(box, session, intent, details)
    return redirect(checkout_sessions.success_address(session))


def _kind(session: Doc, fields: dict[str, str]) -> str:
    """Return the type of payment method chosen: the session's first, unless told otherwise."""
    kinds: list[str] = session["payment_method_types"]
    wanted = fields.get("method", "")
    return wanted if wanted in kinds else kinds[0]


def _method(box: Box, kind: str, fields: dict[str, str], given: Doc) -> Doc:
    billing: Doc = {name: fields[name] for name in ("name", "email")}
    if kind == "card":
        billing["address"] = {"country": fields["country"]}
        return payment_methods.create_card(box, **given, billing=billing)
    return payment_methods.create_account(box, kind, given, billing=billing)


def _attempt(box: Box, session: Doc, method: Doc) -> Doc:
    method = mandates.agreed(box, method, mandates.ON_PAGE)
    intent = box.storage.get(session["payment_intent"] or session["setup_intent"] or "")
    if intent is None:
        intent = _payment_intent(box, session, method["billing_details"])
    if intent["object"] == "payment_intent":
        return payment_attempts.attempt(box, intent, method)
    if intent["customer"] is None and session["customer_creation"] == "always":
        intent = box.storage.save(intent | {"customer": _customer(box, method["billing_details"])})
    return setup_attempts.attempt(box, intent, method)


def _payment_intent(box: Box, session: Doc, payer: Doc) -> Doc:
    """Make the session's intent, with a customer where one is needed to keep the card."""
    data = session["_payment_intent_data"]
    customer = session["customer"]
    keeps = "setup_future_usage" in data or session["customer_creation"] == "always"
    if customer is None and keeps:
        customer = _customer(box, payer)
    wanted = {
        **data,
        "allowed_payment_method_types": session["payment_method_types"],
        "amount": session["amount_total"],
        "currency": session["currency"],
        "_session": session["id"],
    }
    intent = payment_intents.new(box, wanted | ({"customer": customer} if customer else {}))
    box.storage.save(session | {"payment_intent": intent["id"]})
    session["payment_intent"] = intent["id"]
    return intent


def _customer(box: Box, payer: Doc) -> str:
    person = {name: payer[name] for name in ("email", "name")}
    return str(customers.create(box, person)["id"])


def _closed(session: Doc) -> Answer | None:
    """Return where a session that can no longer be paid leads."""
    if session["status"] == "complete":
        return redirect(checkout_sessions.success_address(session))
    if session["status"] == "expired":
        return notice(
            "This checkout has expired",
            "Nothing was charged. Go back to where you came from to start again.",
            link=checkout_form.cancel_link(session, "Go back"),
            status=410,
        )
    return None


def _unknown() -> Answer:
    return notice("There is no such checkout", "The address may be mistyped.", status=404)


def _email(box: Box, session: Doc) -> str:
    customer = box.storage.get(session["customer"] or "") or {}
    return str(session["customer_email"] or customer.get("email") or "")


def _last_error(box: Box, session: Doc) -> str:
    intent = box.storage.get(session["payment_intent"] or session["setup_intent"] or "") or {}
    error = intent.get("last_payment_error") or intent.get("last_setup_error") or {}
    return str(error.get("message", ""))
