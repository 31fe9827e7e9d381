"""Checkout Sessions: an order with a hosted page where the client pays it."""

from typing import Any

from local.stripe_sandbox import customers, events, ids, payment_intents, setup_intents, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.checkout_items import LINE_ITEM, line_items
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page, whole
from local.stripe_sandbox.payment_method_parameters import TYPES
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Choice, Currency, Email, Integer, Text, Url
from local.stripe_sandbox.schema import Array, Metadata, Struct
from local.stripe_sandbox.storage import Doc

SHORTEST, LONGEST = 30 * 60, DAY

CREATE = parameters(
    {"mode": Choice("payment", "setup"), "success_url": Url()},
    allowed_payment_method_types=Array(Choice(*TYPES)),
    cancel_url=Url(),
    client_reference_id=Text(200),
    currency=Currency(),
    customer=Text(),
    customer_creation=Choice("always", "if_required"),
    customer_email=Email(),
    excluded_payment_method_types=Array(Choice(*TYPES)),
    expires_at=Integer(),
    line_items=Array(LINE_ITEM),
    locale=Choice("auto", "de", "en", "en-GB", "es", "fr", "it", "ja", "nl"),
    metadata=Metadata(),
    payment_intent_data=Struct(payment_intents.SHARED),
    setup_intent_data=Struct({"description": Text(1000), "metadata": Metadata()}),
    submit_type=Choice("auto", "pay"),
    ui_mode=Choice("hosted_page"),
)
LIST = list_parameters(
    customer=Text(), payment_intent=Text(), status=Choice("complete", "expired", "open"),
    customer_details=Struct(required={"email": Email()}),
)  # fmt: skip
RETRIEVE = parameters()
EXPIRE = parameters()


def create(box: Box, params: Doc) -> Doc:
    """Create a session; nothing is charged before someone pays on its page."""
    if "customer" in params:
        customers.existing(box, params["customer"])
    if {"customer", "customer_email"} <= params.keys():
        raise StripeError(
            "You may only specify one of these parameters: customer, customer_email.",
            param="customer_email",
        )
    refuse = _refuse_for_setup if params["mode"] == "setup" else _refuse_for_payment
    refuse(params)
    items = line_items(box, params["line_items"]) if "line_items" in params else []
    session = box.storage.insert(_session(box, params, items))
    if params["mode"] == "setup":
        session = box.storage.save(session | {"setup_intent": _setup_intent(box, session, params)})
    timers.start(box, due=session["expires_at"], name="session", subject=session["id"])
    return session


def _refuse_for_payment(params: Doc) -> None:
    if "line_items" not in params:
        raise _missing_param("line_items")
    _refuse_of_other_mode(params, "setup_intent_data")


def _refuse_for_setup(params: Doc) -> None:
    if "currency" not in params and "allowed_payment_method_types" not in params:
        raise _missing_param("currency")
    _refuse_of_other_mode(params, "line_items", "payment_intent_data", "submit_type")


def _missing_param(name: str) -> StripeError:
    return StripeError(f"Missing required param: {name}.", code="parameter_missing", param=name)


def _refuse_of_other_mode(params: Doc, *names: str) -> None:
    for name in names:
        if name in params:
            raise StripeError(f"You can not pass `{name}` in `{params['mode']}` mode.", param=name)


def _setup_intent(box: Box, session: Doc, params: Doc) -> str:
    wanted = {
        **params.get("setup_intent_data", {}),
        "allowed_payment_method_types": session["payment_method_types"],
        "_session": session["id"],
    }
    if session["customer"]:
        wanted["customer"] = session["customer"]
    return str(setup_intents.new(box, wanted)["id"])


def expire(box: Box, params: Doc, session: str) -> Doc:
    """Close an open session unpaid."""
    found = retrieve(box, {}, session)
    if found["status"] != "open":
        raise StripeError(
            'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout '
            f"Session has a status of {found['status']}."
        )
    return _close_unpaid(box, found)


@timers.on("session")
def expire_in_time(box: Box, id: str) -> None:
    """Expire a session that is still open at its `expires_at`."""
    session = box.storage.get(id, "checkout.session")
    if session and session["status"] == "open":
        _close_unpaid(box, session)


def retrieve(box: Box, params: Doc, session: str) -> Doc:
    """Return a session."""
    found = box.storage.get(session, "checkout.session")
    if found is None:
        raise missing("checkout.session", session, param="session")
    return found


def list_items(box: Box, params: Doc, session: str) -> Doc:
    """Return the lines of a session's order."""
    return _lines(box, retrieve(box, {}, session))


def list_(box: Box, params: Doc) -> Doc:
    """Return sessions, newest first."""
    filters: dict[str, Any] = {
        name: params.get(name) for name in ("customer", "payment_intent", "status")
    }
    filters["customer_details.email"] = params.get("customer_details", {}).get("email")
    return page(box, "checkout.session", params, url="/v1/checkout/sessions", **filters)


def success_address(session: Doc) -> str:
    """Return where a payer goes on to, with the session's id filled in."""
    return str(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]))


def _close_unpaid(box: Box, session: Doc) -> Doc:
    session = box.storage.save(session | {"status": "expired", "url": None})
    intent = session["payment_intent"]
    if intent and box.storage.get(intent, "payment_intent"):
        payment_intents.cancel(box, {}, intent)
    setup = box.storage.get(session["setup_intent"] or "", "setup_intent")
    if setup:
        setup_intents.cancel_now(box, setup, reason="abandoned")
    events.emit(box, "checkout.session.expired", session)
    return session


def _session(box: Box, params: Doc, items: list[Doc]) -> Doc:
    id, now = ids.new("cs_test"), box.clock.now()
    total, currency = _price(params, items)
    is_setup = params["mode"] == "setup"
    custom_text = ("after_submit", "shipping_address", "submit", "terms_of_service_acceptance")
    kept = ("cancel_url", "client_reference_id", "customer", "customer_email", "locale",
            "submit_type", "allowed_payment_method_types")  # fmt: skip
    return {
        "id": id, "object": "checkout.session", "adaptive_pricing": {"enabled": False},
        "after_expiration": None, "allow_promotion_codes": None, "amount_subtotal": total,
        "amount_total": total,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "billing_address_collection": None, "client_secret": None, "collected_information": None,
        "consent": None, "consent_collection": None, "created": now,
        "currency": currency, "currency_conversion": None, "custom_fields": [],
        "custom_text": dict.fromkeys(custom_text),
        "customer_creation": params.get("customer_creation", "if_required"),
        "customer_details": None, "discounts": [],
        "expires_at": _expiry(params.get("expires_at"), now), "invoice": None,
        "invoice_creation": None, "livemode": False, "metadata": params.get("metadata", {}),
        "mode": params["mode"], "origin_context": None, "payment_intent": None,
        "payment_link": None,
        "payment_method_collection": "if_required", "payment_method_configuration_details": None,
        "payment_method_options": {"card": {"request_three_d_secure": "automatic"}},
        "payment_method_types": _types(params, currency),
        "payment_status": "no_payment_required" if is_setup else "unpaid", "permissions": None,
        "phone_number_collection": {"enabled": False}, "recovered_from": None,
        "saved_payment_method_options": None, "setup_intent": None,
        "shipping_address_collection": None, "shipping_cost": None, "shipping_options": [],
        "status": "open", "subscription": None, "success_url": params["success_url"],
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page", "url": f"{box.public_url}/c/pay/{id}", "wallet_options": None,
        **{name: params.get(name) for name in kept},
        **{name: params[name] for name in ("excluded_payment_method_types",) if name in params},
        "_line_items": items, "_payment_intent_data": params.get("payment_intent_data", {}),
    }  # fmt: skip


def _price(params: Doc, items: list[Doc]) -> tuple[int | None, str | None]:
    """Return an order's total and currency; a setup has no total, and maybe no currency."""
    if params["mode"] == "setup":
        return None, params.get("currency")
    total, currency = sum(item["amount_total"] for item in items), str(items[0]["currency"])
    if params.get("currency", currency) != currency:
        raise StripeError("The currency must be that of the line items.", param="currency")
    payment_intents.refuse_small(total, currency, param="line_items")
    return total, currency


def _types(params: Doc, currency: str | None) -> list[str]:
    if currency is None:
        return setup_intents.types_of(params)
    return payment_intents.types_of(params, currency)


def _expiry(wanted: int | None, now: int) -> int:
    if wanted is None:
        return now + LONGEST
    if not now + SHORTEST <= wanted <= now + LONGEST:
        bound = "at least 30 minutes" if wanted < now + SHORTEST else "less than 24 hours"
        raise StripeError(
            f"The `expires_at` timestamp must be {bound} from Checkout Session creation.",
            param="expires_at",
        )
    return wanted


def _lines(box: Box, session: Doc) -> Doc:
    url = f"/v1/checkout/sessions/{session['id']}/line_items"
    return whole(session["_line_items"], url=url)


NOUN = Noun(
    routes=(
        Route("POST", "/v1/checkout/sessions", CREATE, create),
        Route("GET", "/v1/checkout/sessions", LIST, list_),
        Route("GET", "/v1/checkout/sessions/{session}", RETRIEVE, retrieve),
        Route("POST", "/v1/checkout/sessions/{session}/expire", EXPIRE, expire),
        Route("GET", "/v1/checkout/sessions/{session}/line_items", RETRIEVE, list_items),
    ),
    expandable={
        "checkout.session": {
            "customer": None,
            "line_items": _lines,
            "payment_intent": None,
            "setup_intent": None,
        }
    },
)
