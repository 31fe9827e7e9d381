"""Payment methods: cards and bank accounts, typed in at a hosted page or named by an alias."""

from local.stripe_sandbox import bank_accounts, cards, customers, events, ids
from local.stripe_sandbox.bank_accounts import CURRENCIES, TestAccount
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.cards import TestCard
from local.stripe_sandbox.errors import StripeError, card_error, missing
from local.stripe_sandbox.lists import page
from local.stripe_sandbox.payment_method_details import account_details, card_details
from local.stripe_sandbox.payment_method_parameters import (
    ATTACH,
    CREATE,
    LIST,
    LIST_OF_CUSTOMER,
    RETRIEVE,
    UPDATE,
)
from local.stripe_sandbox.routing import Noun, Route
from local.stripe_sandbox.storage import Doc

ADDRESS_FIELDS = ("city", "country", "line1", "line2", "postal_code", "state")


def create(box: Box, params: Doc) -> Doc:
    """Create a payment method of the given card or bank account."""
    kind = params["type"]
    if kind not in params:
        raise StripeError(f"Missing required param: {kind}.", code="parameter_missing", param=kind)
    billing = params.get("billing_details", {})
    kept = {name: params[name] for name in ("allow_redisplay", "metadata") if name in params}
    if kind == "card":
        card = params["card"]
        if not cards.has_valid_checksum(card["number"]):
            raise card_error("Your card number is incorrect.", code="incorrect_number")
        method = create_card(
            box, card["number"], month=card["exp_month"], year=card["exp_year"], billing=billing
        )
    else:
        method = create_account(box, kind, params[kind], billing=billing)
    return box.storage.save(method | kept)


def create_card(
    box: Box, number: str, *, month: int = 12, year: int = 2034, billing: Doc | None = None
) -> Doc:
    """Create a card; only a test number is kept whole."""
    card = cards.card_numbered(number)
    return _insert(box, "card", card_details(card, month, year), card.number, billing or {})


def create_account(box: Box, kind: str, given: Doc, *, billing: Doc | None = None) -> Doc:
    """Create a bank account that may be debited; only test numbers are taken."""
    name = "iban" if kind == bank_accounts.SEPA else "account_number"
    number = given.get(name, "").replace(" ", "").upper()
    account = bank_accounts.account_numbered(number)
    if account is None or account.type != kind:
        raise StripeError(
            "You must use a test bank account number in test mode. The sandbox's README lists "
            "them.",
            code="account_number_invalid", param=f"{kind}[{name}]",
        )  # fmt: skip
    return _insert(box, kind, account_details(account, given), number, billing or {})


def _insert(box: Box, kind: str, details: Doc, number: str, billing: Doc) -> Doc:
    address = dict.fromkeys(ADDRESS_FIELDS) | billing.get("address", {})
    method = {
        "id": ids.new("pm"),
        "object": "payment_method",
        "allow_redisplay": "unspecified",
        "billing_details": {
            "email": None, "name": None, "phone": None, "tax_id": None,
            **billing, "address": address,
        },
        kind: details,
        "created": box.clock.now(),
        "customer": None,
        "livemode": False,
        "metadata": {},
        "type": kind,
        "_number": number,
        "_mandate": None,
        "_is_detached": False,
        "_is_set_up": False,
    }  # fmt: skip
    return box.storage.insert(method)


def usable(box: Box, id: str, customer: str | None = None) -> Doc:
    """Return the payment method that a parameter names for a customer; an alias makes one."""
    if id in cards.ALIASES:
        return create_card(box, cards.ALIASES[id])
    if id in bank_accounts.ALIASES:
        given = {"account_number": bank_accounts.ALIASES[id]}
        return create_account(box, bank_accounts.US, given, billing={"name": "Jenny Rosen"})
    found = box.storage.get(id, "payment_method")
    if found is None:
        raise missing("PaymentMethod", id, param="payment_method", status=400)
    if found.get("_is_detached"):
        raise StripeError(
            f"The provided PaymentMethod ({id}) was detached from a Customer. It may not be used "
            "again."
        )
    if found["customer"] and found["customer"] != customer:
        raise StripeError(
            f"The provided PaymentMethod ({id}) belongs to a Customer. Please include the "
            "Customer in the `customer` parameter.",
            param="payment_method",
        )
    return found


def test_card(method: Doc) -> TestCard:
    """Return the test card behind a payment method."""
    return cards.card_numbered(method["_number"])


def test_account(method: Doc) -> TestAccount:
    """Return the test bank account behind a payment method."""
    account = bank_accounts.account_numbered(method["_number"])
    return account or bank_accounts.ACCOUNTS[0]


def refuse_currency(method: Doc, currency: str) -> None:
    """Raise if a bank account cannot be debited in a currency."""
    own = CURRENCIES.get(method["type"], currency)
    if own != currency:
        raise StripeError(
            f"The currency provided ({currency}) is invalid for one or more payment method types "
            f"on this PaymentIntent: {method['type']} takes {own} only.",
            param="payment_method",
        )


def attach(box: Box, method: Doc, customer: str) -> Doc:
    """Keep a payment method for later payments of a customer."""
    if method["customer"] == customer:
        return method
    method = box.storage.save(method | {"customer": customer})
    events.emit(box, "payment_method.attached", method)
    return method


def attach_for(box: Box, params: Doc, payment_method: str) -> Doc:
    """Attach a payment method by a call; a card that its bank refuses stays unattached."""
    customer = customers.existing(box, params.get("customer", ""))["id"]
    method = usable(box, payment_method, customer)
    card = test_card(method)
    if method["type"] == "card" and card.decline and not card.declines_when_charged_only:
        code, decline_code, message = card.decline
        raise card_error(message, code=code, decline_code=decline_code)
    return attach(box, method, customer)


def detach(box: Box, params: Doc, payment_method: str) -> Doc:
    """Let a customer's payment method go; it can never be used again."""
    method = retrieve(box, {}, payment_method)
    customer = method["customer"]
    if not customer:
        raise StripeError(
            "The payment method you provided is not attached to a customer so detachment is "
            "impossible."
        )
    method = box.storage.save(method | {"customer": None, "_is_detached": True})
    events.emit(box, "payment_method.detached", method, previous={"customer": customer})
    return method


def update(box: Box, params: Doc, payment_method: str) -> Doc:
    """Change billing details, expiry or metadata."""
    found = retrieve(box, {}, payment_method)
    changed = found | {key: params[key] for key in ("allow_redisplay",) if key in params}
    billing = params.get("billing_details", {})
    address = found["billing_details"]["address"] | billing.get("address", {})
    changed["billing_details"] = found["billing_details"] | billing | {"address": address}
    changed["metadata"] = customers.merged(found["metadata"], params.get("metadata"))
    if "card" in params:
        changed["card"] = found["card"] | params["card"]
    previous = {name: found[name] for name in params if found[name] != changed[name]}
    box.storage.save(changed)
    events.emit(box, "payment_method.updated", changed, previous=previous)
    return changed


def retrieve(box: Box, params: Doc, payment_method: str) -> Doc:
    """Return a payment method."""
    found = box.storage.get(payment_method, "payment_method")
    if found is None:
        raise missing("PaymentMethod", payment_method, param="payment_method")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return the payment methods of a customer, newest first."""
    return _page(box, params, params.get("customer", ""), url="/v1/payment_methods")


def list_of_customer(box: Box, params: Doc, customer: str) -> Doc:
    """Return the payment methods of the customer in the path, newest first."""
    customers.existing(box, customer)
    return _page(box, params, customer, url=f"/v1/customers/{customer}/payment_methods")


def retrieve_of_customer(box: Box, params: Doc, customer: str, payment_method: str) -> Doc:
    """Return one payment method of a customer."""
    found = retrieve(box, {}, payment_method)
    if found["customer"] != customer:
        raise missing("PaymentMethod", payment_method, param="payment_method")
    return found


def _page(box: Box, params: Doc, customer: str, *, url: str) -> Doc:
    filters = {name: params.get(name) for name in ("type", "allow_redisplay")}
    # Without a customer Stripe lists nothing that could be used again.
    return page(box, "payment_method", params, url=url, customer=customer or "none", **filters)


_ONE = "/v1/payment_methods/{payment_method}"
_OF_CUSTOMER = "/v1/customers/{customer}/payment_methods"
NOUN = Noun(
    routes=(
        Route("POST", "/v1/payment_methods", CREATE, create),
        Route("GET", "/v1/payment_methods", LIST, list_),
        Route("GET", _ONE, RETRIEVE, retrieve),
        Route("POST", _ONE, UPDATE, update),
        Route("POST", f"{_ONE}/attach", ATTACH, attach_for),
        Route("POST", f"{_ONE}/detach", RETRIEVE, detach),
        Route("GET", _OF_CUSTOMER, LIST_OF_CUSTOMER, list_of_customer),
        Route("GET", f"{_OF_CUSTOMER}/{{payment_method}}", RETRIEVE, retrieve_of_customer),
    ),
    expandable={"payment_method": {"customer": None}},
)
