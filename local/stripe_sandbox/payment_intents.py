"""Payment intents: the amount to be paid, over as many attempts as it takes."""

from local.stripe_sandbox import currencies, customers, events, ids, mandates, payment_methods
from local.stripe_sandbox.bank_accounts import types_for
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.payment_attempts import attempt
from local.stripe_sandbox.payment_method_parameters import TYPES
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import (
    LARGEST_AMOUNT,
    Boolean,
    Choice,
    Currency,
    Email,
    Integer,
    Text,
    Url,
)
from local.stripe_sandbox.schema import Array, Kind, Metadata, Struct
from local.stripe_sandbox.storage import Doc

AUTOMATIC = Struct({"allow_redirects": Choice("always", "never")}, {"enabled": Boolean()})
# What a Checkout Session may also say about the intent that it will make.
SHARED: dict[str, Kind] = {
    "capture_method": Choice("automatic", "automatic_async"),
    "description": Text(1000),
    "metadata": Metadata(),
    "receipt_email": Email(),
    "setup_future_usage": Choice("off_session", "on_session"),
    "statement_descriptor": Text(22),
    "statement_descriptor_suffix": Text(22),
    "transfer_group": Text(),
}
CREATE = parameters(
    {"amount": Integer(1, LARGEST_AMOUNT), "currency": Currency()},
    **SHARED,
    allowed_payment_method_types=Array(Choice(*TYPES)),
    automatic_payment_methods=AUTOMATIC,
    confirm=Boolean(),
    customer=Text(),
    excluded_payment_method_types=Array(Choice(*TYPES)),
    mandate_data=mandates.DATA,
    off_session=Boolean(),
    payment_method=Text(),
    return_url=Url(),
)
CONFIRM = parameters(
    mandate_data=mandates.DATA,
    off_session=Boolean(), payment_method=Text(), receipt_email=Email(), return_url=Url(),
    setup_future_usage=Choice("off_session", "on_session"),
)  # fmt: skip
CANCEL = parameters(
    cancellation_reason=Choice("abandoned", "duplicate", "fraudulent", "requested_by_customer")
)
UPDATE = parameters(
    amount=Integer(1, LARGEST_AMOUNT), customer=Text(), description=Text(1000, unsettable=True),
    metadata=Metadata(), payment_method=Text(), receipt_email=Email(),
    setup_future_usage=Choice("off_session", "on_session"), transfer_group=Text(),
)  # fmt: skip
LIST = list_parameters(customer=Text())
RETRIEVE = parameters()
_ANY_METHOD = {"allow_redirects": "always", "enabled": True}
_AS_GIVEN = (
    "allowed_payment_method_types", "customer", "description",
    "excluded_payment_method_types", "receipt_email",
    "setup_future_usage", "statement_descriptor", "statement_descriptor_suffix", "transfer_group",
)  # fmt: skip
_AT_FIRST: Doc = {
    "object": "payment_intent", "amount_capturable": 0, "amount_details": {"tip": {}},
    "amount_received": 0, "application": None, "application_fee_amount": None,
    "canceled_at": None, "cancellation_reason": None, "confirmation_method": "automatic",
    "last_payment_error": None, "latest_charge": None, "livemode": False, "next_action": None,
    "on_behalf_of": None,
    "payment_method_options": {"card": {"request_three_d_secure": "automatic"}},
    "processing": None, "review": None, "shipping": None,
    "transfer_data": None,
}  # fmt: skip
_CONFIRMABLE = ("requires_payment_method", "requires_confirmation", "requires_action")


def create(box: Box, params: Doc) -> Doc:
    """Create an intent, and attempt it at once with `confirm`."""
    refuse_small(params["amount"], params["currency"], param="amount")
    if "customer" in params:
        customers.existing(box, params["customer"])
    if "off_session" in params and not params.get("confirm"):
        raise StripeError("off_session can only be used when confirm is true", param="off_session")
    intent = new(box, params)
    if not params.get("confirm"):
        return intent
    return confirm(box, params, str(intent["id"]))


def new(box: Box, params: Doc) -> Doc:
    """Store an intent that waits for its first attempt."""
    id = ids.new("pi")
    method = params.get("payment_method")
    if method:
        method = payment_methods.usable(box, method, params.get("customer"))["id"]
    intent = box.storage.insert(
        {
            "id": id,
            **_AT_FIRST,
            "amount": params["amount"],
            "automatic_payment_methods": params.get("automatic_payment_methods", _ANY_METHOD),
            "capture_method": params.get("capture_method", "automatic_async"),
            "client_secret": f"{id}_secret_{ids.random_text(25)}",
            "created": box.clock.now(),
            "currency": params["currency"],
            "metadata": params.get("metadata", {}),
            "payment_method": method,
            "payment_method_types": types_of(params, params["currency"]),
            "status": "requires_confirmation" if method else "requires_payment_method",
            **{name: params.get(name) for name in _AS_GIVEN},
            "_return_url": params.get("return_url"),
            "_session": params.get("_session"),
        }
    )
    events.emit(box, "payment_intent.created", intent)
    return intent


def confirm(box: Box, params: Doc, intent: str) -> Doc:
    """Attempt an intent with the given payment method, or with its own."""
    found = retrieve(box, {}, intent)
    if found["status"] not in _CONFIRMABLE:
        raise _unexpected_state(found, "confirm")
    method = params.get("payment_method") or found["payment_method"]
    if not method:
        raise StripeError(
            "You cannot confirm this PaymentIntent because it's missing a payment method. You can "
            "either update the PaymentIntent with a payment method and then confirm it again, or "
            "confirm it again directly with a payment method or ConfirmationToken.",
            code="payment_intent_unexpected_state",
        )
    for name in ("receipt_email", "setup_future_usage"):
        found[name] = params.get(name, found[name])
    found["_return_url"] = params.get("return_url", found["_return_url"])
    method = payment_methods.usable(box, method, found["customer"])
    _refuse_type(found, method)
    method = mandates.agreed(box, method, params.get("mandate_data"))
    return attempt(box, found, method, off_session=params.get("off_session", False))


def update(box: Box, params: Doc, intent: str) -> Doc:
    """Change an intent that is not being paid yet."""
    found = retrieve(box, {}, intent)
    if found["status"] not in _CONFIRMABLE:
        raise _unexpected_state(found, "update")
    if "amount" in params:
        refuse_small(params["amount"], found["currency"], param="amount")
    if "customer" in params:
        customers.existing(box, params["customer"])
    changed = found | params
    changed["metadata"] = customers.merged(found["metadata"], params.get("metadata"))
    if "payment_method" in params:
        method = payment_methods.usable(box, params["payment_method"], changed["customer"])
        changed |= {"payment_method": method["id"], "status": "requires_confirmation"}
    return box.storage.save(changed)


def types_of(params: Doc, currency: str) -> list[str]:
    """Return the types of payment method that an amount in a currency can be paid with."""
    return chosen_types(params, ["card", *types_for(currency)])


def chosen_types(params: Doc, possible: list[str]) -> list[str]:
    """Return the possible types that are allowed, or not excluded, if a call says so."""
    allowed = params.get("allowed_payment_method_types") or possible
    excluded = params.get("excluded_payment_method_types") or []
    kept = [kind for kind in possible if kind in allowed and kind not in excluded]
    if not kept:
        raise StripeError("No valid payment method types are left for this.")
    return kept


def _refuse_type(intent: Doc, method: Doc) -> None:
    if method["type"] not in intent["payment_method_types"]:
        raise StripeError(
            f"The PaymentMethod provided ({method['type']}) is not allowed for this "
            "PaymentIntent. It takes: " + ", ".join(intent["payment_method_types"]),
            param="payment_method",
        )


def cancel(box: Box, params: Doc, intent: str) -> Doc:
    """Cancel an intent that has not succeeded."""
    found = retrieve(box, {}, intent)
    if found["status"] in ("succeeded", "canceled", "processing"):
        raise _unexpected_state(found, "cancel")
    changes = {
        "canceled_at": box.clock.now(),
        "cancellation_reason": params.get("cancellation_reason"),
        "next_action": None,
        "status": "canceled",
    }
    box.storage.save(found | changes)
    events.emit(box, "payment_intent.canceled", found | changes)
    return found | changes


def retrieve(box: Box, params: Doc, intent: str) -> Doc:
    """Return an intent."""
    found = box.storage.get(intent, "payment_intent")
    if found is None:
        raise missing("payment_intent", intent, param="intent")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return intents, newest first."""
    customer = params.get("customer")
    return page(box, "payment_intent", params, url="/v1/payment_intents", customer=customer)


def refuse_small(amount: int, currency: str, *, param: str) -> None:
    """Raise unless an amount may be charged in its currency."""
    least = currencies.smallest_charge(currency)
    if amount < least:
        raise StripeError(
            f"Amount must be at least {currencies.shown(least, currency)} {currency}",
            code="amount_too_small",
            param=param,
        )


def _unexpected_state(intent: Doc, verb: str) -> StripeError:
    return StripeError(
        f"You cannot {verb} this PaymentIntent because it has a status of {intent['status']}.",
        code="payment_intent_unexpected_state",
        payment_intent={name: value for name, value in intent.items() if name[0] != "_"},
    )


NOUN = Noun(
    routes=(
        Route("POST", "/v1/payment_intents", CREATE, create),
        Route("GET", "/v1/payment_intents", LIST, list_),
        Route("GET", "/v1/payment_intents/{intent}", RETRIEVE, retrieve),
        Route("POST", "/v1/payment_intents/{intent}", UPDATE, update),
        Route("POST", "/v1/payment_intents/{intent}/confirm", CONFIRM, confirm),
        Route("POST", "/v1/payment_intents/{intent}/cancel", CANCEL, cancel),
    ),
    expandable={
        "payment_intent": {"customer": None, "latest_charge": None, "payment_method": None}
    },
)
