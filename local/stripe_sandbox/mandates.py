"""Mandates: what an owner of a bank account agreed to when they let it be debited."""

from local.stripe_sandbox import ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Choice, Integer, Text
from local.stripe_sandbox.schema import Struct
from local.stripe_sandbox.storage import Doc

# What a call says of the agreement; a Checkout Session's page asks for it itself.
DATA = Struct(
    required={
        "customer_acceptance": Struct(
            {
                "accepted_at": Integer(),
                "offline": Struct(),
                "online": Struct(required={"ip_address": Text(), "user_agent": Text()}),
            },
            {"type": Choice("offline", "online")},
        )
    }
)
ON_PAGE: Doc = {
    "customer_acceptance": {
        "type": "online",
        "online": {"ip_address": "127.0.0.1", "user_agent": "Hosted page"},
    }
}
RETRIEVE = parameters()


def agreed(box: Box, method: Doc, data: Doc | None) -> Doc:
    """Return a bank account with its mandate; without one, and without `data`, it is refused."""
    if method["type"] == "card" or method.get("_mandate"):
        return method
    if data is None:
        raise StripeError(
            f"A mandate is needed to debit a {method['type']}. Please provide mandate_data with "
            "customer_acceptance.",
            code="payment_intent_mandate_invalid",
            param="mandate_data",
        )
    mandate = box.storage.insert(_mandate(box, method, data["customer_acceptance"]))
    return box.storage.save(method | {"_mandate": mandate["id"]})


def _mandate(box: Box, method: Doc, acceptance: Doc) -> Doc:
    kind, id = method["type"], ids.new("mandate")
    reference = {"reference": ids.random_text(16).upper(), "url": f"{box.public_url}/"}
    return {
        "id": id,
        "object": "mandate",
        "customer_acceptance": {"accepted_at": box.clock.now(), **acceptance},
        "livemode": False,
        "multi_use": {},
        "payment_method": method["id"],
        "payment_method_details": {
            kind: reference if kind == "sepa_debit" else {},
            "type": kind,
        },
        "status": "active",
        "type": "multi_use",
    }


def retrieve(box: Box, params: Doc, mandate: str) -> Doc:
    """Return a mandate."""
    found = box.storage.get(mandate, "mandate")
    if found is None:
        raise missing("mandate", mandate, param="mandate")
    return found


NOUN = Noun(
    routes=(Route("GET", "/v1/mandates/{mandate}", RETRIEVE, retrieve),),
    expandable={"mandate": {"payment_method": None}},
)
