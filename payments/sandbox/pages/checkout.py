"""The page where a Checkout Session is paid."""

from typing import Any

from payments.sandbox import checkout_sessions, customers, payment_intents, payment_methods
from payments.sandbox.box import Box
from payments.sandbox.cards import CARDS
from payments.sandbox.currencies import shown
from payments.sandbox.errors import StripeError
from payments.sandbox.http_messages import Answer, redirect
from payments.sandbox.pages.card_form import FIELDS, read_card
from payments.sandbox.pages.countries import COUNTRIES
from payments.sandbox.pages.templates import (
    Markup,
    field_values,
    fragment,
    fragments,
    notice,
    options,
    page,
)  # fmt: skip
from payments.sandbox.payment_attempts import attempt
from payments.sandbox.storage import Doc


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Show the order and the form; `?card=` fills in a test card."""
    session = box.storage.get(id, "checkout.session")
    if session is None:
        return _unknown()
    if closed := _closed(session):
        return closed
    values = {"email": _email(box, session), "country": "US"}
    if fields.get("card") in {card.number for card in CARDS}:
        values |= {
            "card_number": fields["card"], "card_expiry": "12 / 34", "card_cvc": "123",
            "name": "Test Payer",
        }  # fmt: skip
    return _form(session, values, {}, alert=_last_error(box, session))


def pay(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Try to pay with the card typed in."""
    session = box.storage.get(id, "checkout.session")
    if session is None:
        return _unknown()
    if closed := _closed(session):
        return closed
    fields = {"email": _email(box, session), **fields}
    card, errors = read_card(fields, now=box.clock.now())
    if errors:
        return _form(session, fields, errors, status=422)
    try:
        intent = _attempt(box, session, fields, card)
    except StripeError as error:
        return _form(session, fields, {}, alert=str(error), status=402)
    if intent["status"] == "requires_action":
        return redirect(intent["next_action"]["redirect_to_url"]["url"])
    return finish(box, intent)


def finish(box: Box, intent: Doc) -> Answer:
    """Complete the session of an intent that succeeded, and send the payer on."""
    session = checkout_sessions.retrieve(box, {}, intent["_session"])
    if session["status"] == "open":
        method = payment_methods.retrieve(box, {}, intent["payment_method"])
        details = {"phone": None, "tax_exempt": "none", "tax_ids": [], "business_name": None,
                   "individual_name": None} | {
            name: method["billing_details"][name] for name in ("address", "email", "name")
        }  # fmt: skip
        session = checkout_sessions.complete(box, session, intent, details)
    return redirect(checkout_sessions.success_address(session))


def _attempt(box: Box, session: Doc, fields: dict[str, str], card: dict[str, Any]) -> Doc:
    method = payment_methods.create_card(
        box, **card, name=fields["name"], email=fields["email"], country=fields["country"]
    )
    intent = box.storage.get(session["payment_intent"] or "")
    if intent is None:
        intent = _intent(box, session, fields)
    return attempt(box, intent, method)


def _intent(box: Box, session: Doc, fields: dict[str, str]) -> Doc:
    """Make the session's intent, with a customer where one is needed to keep the card."""
    data = session["_payment_intent_data"]
    customer = session["customer"]
    keeps = "setup_future_usage" in data or session["customer_creation"] == "always"
    if customer is None and keeps:
        person = {"email": fields["email"], "name": fields["name"]}
        customer = customers.create(box, person)["id"]
    wanted = {
        **data,
        "amount": session["amount_total"],
        "currency": session["currency"],
        "_session": session["id"],
    }
    intent = payment_intents.new(box, wanted | ({"customer": customer} if customer else {}))
    box.storage.save(session | {"payment_intent": intent["id"]})
    session["payment_intent"] = intent["id"]
    return intent


def _closed(session: Doc) -> Answer | None:
    """Return where a session that can no longer be paid leads."""
    if session["status"] == "complete":
        return redirect(checkout_sessions.success_address(session))
    if session["status"] == "expired":
        return notice(
            "This checkout has expired",
            "Nothing was charged. Go back to where you came from to start again.",
            link=_cancel_link(session, "Go back"),
            status=410,
        )
    return None


def _unknown() -> Answer:
    return notice("There is no such checkout", "The address may be mistyped.", status=404)


def _form(
    session: Doc, values: dict[str, str], errors: dict[str, str], *,
    alert: str = "", status: int = 200,
) -> Answer:  # fmt: skip
    amount = shown(session["amount_total"], session["currency"])
    body = fragment(
        "checkout",
        amount=amount,
        currency=session["currency"].upper(),
        lines=fragments("checkout_line", [_line(item) for item in session["_line_items"]]),
        cancel=_cancel_link(session),
        alert=fragment("alert", text=alert) if alert else Markup(""),
        cards=fragments("test_card", [_test_card(card) for card in CARDS]),
        countries=options(COUNTRIES, values.get("country", "US")),
        email_locked=Markup("readonly") if session["customer_email"] else Markup(""),
        saved=fragment("checkout_saved") if _keeps_card(session) else Markup(""),
        **field_values(FIELDS, values, errors),
    )
    return page(f"Pay {amount}", body, status=status)


def _line(item: Doc) -> dict[str, Any]:
    product = item["description"]
    many = f" × {item['quantity']}" if item["quantity"] > 1 else ""
    return {"name": product + many, "amount": shown(item["amount_total"], item["currency"])}


def _test_card(card: Any) -> dict[str, Any]:
    groups = " ".join(card.number[i : i + 4] for i in range(0, len(card.number), 4))
    return {"number": card.number, "groups": groups, "meaning": card.meaning}


def _cancel_link(session: Doc, label: str = "Cancel and go back") -> Markup:
    address = session["cancel_url"]
    return fragment("back_link", address=address, label=label) if address else Markup("")


def _keeps_card(session: Doc) -> bool:
    return "setup_future_usage" in session["_payment_intent_data"]


def _email(box: Box, session: Doc) -> str:
    customer = box.storage.get(session["customer"] or "") or {}
    return str(session["customer_email"] or customer.get("email") or "")


def _last_error(box: Box, session: Doc) -> str:
    intent = box.storage.get(session["payment_intent"] or "") or {}
    return str((intent.get("last_payment_error") or {}).get("message", ""))
