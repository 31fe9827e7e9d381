"""What the checkout page shows: the order, the ways to pay, and the form of the chosen one."""

from typing import Any
from urllib.parse import urlencode

from local.stripe_sandbox.bank_accounts import ACCOUNTS, ROUTING_NUMBER, SEPA, US, TestAccount
from local.stripe_sandbox.cards import CARDS
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.http_messages import Answer
from local.stripe_sandbox.pages import card_form, debit_form
from local.stripe_sandbox.pages.countries import COUNTRIES
from local.stripe_sandbox.pages.templates import (
    NOTHING,
    Markup,
    field_values,
    fragment,
    fragments,
    options,
    page,
)
from local.stripe_sandbox.storage import Doc

_LABELS = {"card": "Card", US: "US bank account", SEPA: "SEPA debit"}
_NAME = "Test Payer"


def form(
    session: Doc, kind: str, values: dict[str, str], errors: dict[str, str], *,
    alert: str = "", status: int = 200,
) -> Answer:  # fmt: skip
    """Return the page with one way to pay open."""
    heading, act = _words(session)
    fill = _card if kind == "card" else _debit
    body = fragment(
        "checkout",
        heading=heading,
        order=_order(session),
        cancel=cancel_link(session),
        ways=_ways(session, kind),
        alert=fragment("alert", text=alert) if alert else NOTHING,
        form=fill(session, kind, values, errors, act),
    )
    return page(act if session["mode"] == "payment" else heading, body, status=status)


def test_values(kind: str, fields: dict[str, str]) -> dict[str, str]:
    """Return the fields filled in by the link of a test card or test account."""
    if kind == "card":
        if fields.get("card") not in {card.number for card in CARDS}:
            return {}
        return {
            "card_number": fields["card"], "card_expiry": "12 / 34", "card_cvc": "123",
            "name": _NAME,
        }  # fmt: skip
    number = fields.get("account", "")
    if number not in {account.number for account in ACCOUNTS if account.type == kind}:
        return {}
    account = "iban" if kind == SEPA else "account_number"
    return {account: number, "routing_number": ROUTING_NUMBER, "name": _NAME}


def cancel_link(session: Doc, label: str = "Cancel and go back") -> Markup:
    """Return the way back to where the payer came from."""
    address = session["cancel_url"]
    return fragment("back_link", address=address, label=label) if address else NOTHING


def _words(session: Doc) -> tuple[str, str]:
    """Return the page's heading and what its button says."""
    if session["mode"] == "setup":
        return "Save a payment method for Holdout", "Save"
    return "Pay Holdout", f"Pay {shown(session['amount_total'], session['currency'])}"


def _order(session: Doc) -> Markup:
    if session["mode"] == "setup":
        return fragment("checkout_setup")
    return fragment(
        "checkout_order",
        amount=shown(session["amount_total"], session["currency"]),
        currency=session["currency"].upper(),
        lines=fragments("checkout_line", [_line(item) for item in session["_line_items"]]),
    )


def _line(item: Doc) -> dict[str, Any]:
    product = item["description"]
    many = f" × {item['quantity']}" if item["quantity"] > 1 else ""
    return {"name": product + many, "amount": shown(item["amount_total"], item["currency"])}


def _ways(session: Doc, chosen: str) -> Markup:
    """Return the links to the other ways to pay, if there are any."""
    kinds = session["payment_method_types"]
    rows = [
        {
            "address": f"?{urlencode({'method': kind})}",
            "label": _LABELS[kind],
            "state": Markup('aria-current="true"') if kind == chosen else NOTHING,
        }
        for kind in kinds
    ]
    if len(rows) < 2:
        return NOTHING
    return fragment("checkout_ways", ways=fragments("checkout_way", rows))


def _card(
    session: Doc, kind: str, values: dict[str, str], errors: dict[str, str], act: str
) -> Markup:
    return fragment(
        "checkout_card",
        heading="Pay by card" if session["mode"] == "payment" else "Save a card",
        act=act,
        cards=fragments("test_card", [_test_card(card) for card in CARDS]),
        countries=options(COUNTRIES, values.get("country", "US")),
        email_locked=Markup("readonly") if session["customer_email"] else NOTHING,
        saved=fragment("checkout_saved", what="card") if _is_kept(session) else NOTHING,
        **field_values(card_form.FIELDS, values, errors),
    )


def _debit(
    session: Doc, kind: str, values: dict[str, str], errors: dict[str, str], act: str
) -> Markup:
    fields = field_values(debit_form.FIELDS, values, errors)
    own = [_test_account(account) for account in ACCOUNTS if account.type == kind]
    return fragment(
        "checkout_debit",
        kind=kind,
        act=act,
        account=fragment(f"checkout_{kind}", **fields),
        accounts=fragments("test_account", own),
        email_locked=Markup("readonly") if session["customer_email"] else NOTHING,
        saved=fragment("checkout_saved", what="bank account") if _is_kept(session) else NOTHING,
        **fields,
    )


def _test_card(card: Any) -> dict[str, Any]:
    groups = " ".join(card.number[i : i + 4] for i in range(0, len(card.number), 4))
    return {"number": card.number, "groups": groups, "meaning": card.meaning}


def _test_account(account: TestAccount) -> dict[str, Any]:
    address = f"?{urlencode({'method': account.type, 'account': account.number})}"
    return {"address": address, "number": account.number, "meaning": account.meaning}


def _is_kept(session: Doc) -> bool:
    is_setup: bool = session["mode"] == "setup"
    return is_setup or "setup_future_usage" in session["_payment_intent_data"]
