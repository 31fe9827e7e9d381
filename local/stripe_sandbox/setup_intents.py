"""Setup intents: a payment method made ready for payments to come."""

from local.stripe_sandbox import customers, events, ids, mandates, payment_methods
from local.stripe_sandbox.bank_accounts import CURRENCIES
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.payment_intents import chosen_types
from local.stripe_sandbox.payment_method_parameters import TYPES
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Boolean, Choice, Text, Url
from local.stripe_sandbox.schema import Array, Metadata, Struct
from local.stripe_sandbox.setup_attempts import attempt
from local.stripe_sandbox.storage import Doc, public

CREATE = parameters(
    allowed_payment_method_types=Array(Choice(*TYPES)),
    automatic_payment_methods=Struct(
        {"allow_redirects": Choice("always", "never")}, {"enabled": Boolean()}
    ),
    confirm=Boolean(),
    customer=Text(),
    description=Text(1000),
    excluded_payment_method_types=Array(Choice(*TYPES)),
    mandate_data=mandates.DATA,
    metadata=Metadata(),
    payment_method=Text(),
    return_url=Url(),
    usage=Choice("off_session", "on_session"),
)
CONFIRM = parameters(mandate_data=mandates.DATA, payment_method=Text(), return_url=Url())
UPDATE = parameters(
    customer=Text(), description=Text(1000, unsettable=True), metadata=Metadata(),
    payment_method=Text(),
)  # fmt: skip
CANCEL = parameters(cancellation_reason=Choice("abandoned", "duplicate", "requested_by_customer"))
LIST = list_parameters(customer=Text(), payment_method=Text())
RETRIEVE = parameters()
_CONFIRMABLE = ("requires_payment_method", "requires_confirmation", "requires_action")
_ANY_METHOD = {"allow_redirects": "always", "enabled": True}


def create(box: Box, params: Doc) -> Doc:
    """Create an intent, and attempt it at once with `confirm`."""
    if "customer" in params:
        customers.existing(box, params["customer"])
    intent = new(box, params)
    if not params.get("confirm"):
        return intent
    return confirm(box, params, str(intent["id"]))


def new(box: Box, params: Doc) -> Doc:
    """Store an intent that waits for its first attempt."""
    id = ids.new("seti")
    method = params.get("payment_method")
    if method:
        method = payment_methods.usable(box, method, params.get("customer"))["id"]
    intent = box.storage.insert(
        {
            "id": id,
            "object": "setup_intent",
            "allowed_payment_method_types": params.get("allowed_payment_method_types"),
            "application": None,
            "automatic_payment_methods": params.get("automatic_payment_methods", _ANY_METHOD),
            "cancellation_reason": None,
            "client_secret": f"{id}_secret_{ids.random_text(25)}",
            "created": box.clock.now(),
            "customer": params.get("customer"),
            "description": params.get("description"),
            "excluded_payment_method_types": params.get("excluded_payment_method_types"),
            "flow_directions": None,
            "last_setup_error": None,
            "latest_attempt": None,
            "livemode": False,
            "mandate": None,
            "metadata": params.get("metadata", {}),
            "next_action": None,
            "on_behalf_of": None,
            "payment_method": method,
            "payment_method_options": {"card": {"request_three_d_secure": "automatic"}},
            "payment_method_types": types_of(params),
            "single_use_mandate": None,
            "status": "requires_confirmation" if method else "requires_payment_method",
            "usage": params.get("usage", "off_session"),
            "_return_url": params.get("return_url"),
            "_session": params.get("_session"),
        }
    )
    events.emit(box, "setup_intent.created", intent)
    return intent


def types_of(params: Doc) -> list[str]:
    """Return the types of payment method that may be set up."""
    return chosen_types(params, ["card", *CURRENCIES])


def confirm(box: Box, params: Doc, intent: str) -> Doc:
    """Attempt an intent with the given payment method, or with its own."""
    found = retrieve(box, {}, intent)
    _refuse_session(found)
    if found["status"] not in _CONFIRMABLE:
        raise _unexpected_state(found, "confirm")
    id = params.get("payment_method") or found["payment_method"]
    if not id:
        raise StripeError(
            "You cannot confirm this SetupIntent because it's missing a payment method. Update "
            "the SetupIntent with a payment method and then confirm it again.",
            code="setup_intent_unexpected_state",
        )
    method = payment_methods.usable(box, id, found["customer"])
    if method["type"] not in found["payment_method_types"]:
        raise StripeError(
            f"The PaymentMethod provided ({method['type']}) is not allowed for this SetupIntent.",
            param="payment_method",
        )
    found["_return_url"] = params.get("return_url", found["_return_url"])
    return attempt(box, found, mandates.agreed(box, method, params.get("mandate_data")))


def update(box: Box, params: Doc, intent: str) -> Doc:
    """Change an intent that has not ended."""
    found = retrieve(box, {}, intent)
    if found["status"] not in _CONFIRMABLE:
        raise _unexpected_state(found, "update")
    changed = found | params
    changed["metadata"] = customers.merged(found["metadata"], params.get("metadata"))
    if "customer" in params:
        customers.existing(box, params["customer"])
    if "payment_method" in params:
        method = payment_methods.usable(box, params["payment_method"], changed["customer"])
        changed |= {"payment_method": method["id"], "status": "requires_confirmation"}
    return box.storage.save(changed)


def cancel(box: Box, params: Doc, intent: str) -> Doc:
    """Cancel an intent that has not succeeded; a session's intent ends with its session."""
    found = retrieve(box, {}, intent)
    _refuse_session(found)
    return cancel_now(box, found, reason=params.get("cancellation_reason"))


def cancel_now(box: Box, intent: Doc, *, reason: str | None) -> Doc:
    """Cancel an intent, whoever made it."""
    if intent["status"] not in _CONFIRMABLE:
        raise _unexpected_state(intent, "cancel")
    changes = {"cancellation_reason": reason, "next_action": None, "status": "canceled"}
    intent = box.storage.save(intent | changes)
    events.emit(box, "setup_intent.canceled", intent)
    return intent


def retrieve(box: Box, params: Doc, intent: str) -> Doc:
    """Return an intent."""
    found = box.storage.get(intent, "setup_intent")
    if found is None:
        raise missing("setupintent", intent, param="intent")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return intents, newest first."""
    filters = {name: params.get(name) for name in ("customer", "payment_method")}
    return page(box, "setup_intent", params, url="/v1/setup_intents", **filters)


def _refuse_session(intent: Doc) -> None:
    if intent["_session"]:
        raise StripeError(
            "You cannot confirm or cancel a SetupIntent that a Checkout Session made. Expire "
            "the Checkout Session instead.",
            code="setup_intent_unexpected_state",
        )


def _unexpected_state(intent: Doc, verb: str) -> StripeError:
    return StripeError(
        f"You cannot {verb} this SetupIntent because it has a status of {intent['status']}.",
        code="setup_intent_unexpected_state",
        setup_intent=public(intent),
    )


_ONE = "/v1/setup_intents/{intent}"
NOUN = Noun(
    routes=(
        Route("POST", "/v1/setup_intents", CREATE, create),
        Route("GET", "/v1/setup_intents", LIST, list_),
        Route("GET", _ONE, RETRIEVE, retrieve),
        Route("POST", _ONE, UPDATE, update),
        Route("POST", f"{_ONE}/confirm", CONFIRM, confirm),
        Route("POST", f"{_ONE}/cancel", CANCEL, cancel),
    ),
    expandable={"setup_intent": {"customer": None, "mandate": None, "payment_method": None}},
)
