"""Top-ups: money from the platform's bank to its balance."""

from local.stripe_sandbox import customers, topup_steps
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import LARGEST_AMOUNT, Choice, Currency, Integer, Text
from local.stripe_sandbox.schema import Metadata
from local.stripe_sandbox.storage import Doc

CREATE = parameters(
    {"amount": Integer(1, LARGEST_AMOUNT), "currency": Currency()},
    description=Text(),
    metadata=Metadata(),
    statement_descriptor=Text(15),
    transfer_group=Text(),
)
UPDATE = parameters(description=Text(), metadata=Metadata())
LIST = list_parameters(status=Choice("canceled", "failed", "pending", "succeeded"))
RETRIEVE = parameters()


def create(box: Box, params: Doc) -> Doc:
    """Have the platform's bank add to its balance; it is there at the next midnight."""
    return topup_steps.make(box, params)


def cancel(box: Box, params: Doc, topup: str) -> Doc:
    """Cancel a top-up that is not there yet."""
    found = retrieve(box, {}, topup)
    if found["status"] != "pending":
        raise StripeError(
            f"Top-ups can only be canceled while pending. {topup} has a status of "
            f"{found['status']}."
        )
    return topup_steps.cancel(box, found)


def retrieve(box: Box, params: Doc, topup: str) -> Doc:
    """Return a top-up."""
    found = box.storage.get(topup, "topup")
    if found is None:
        raise missing("topup", topup, param="topup")
    return found


def update(box: Box, params: Doc, topup: str) -> Doc:
    """Change a top-up's description or metadata."""
    found = retrieve(box, {}, topup)
    changes = {
        "description": params.get("description", found["description"]),
        "metadata": customers.merged(found["metadata"], params.get("metadata")),
    }
    return box.storage.save(found | changes)


def list_(box: Box, params: Doc) -> Doc:
    """Return top-ups, newest first."""
    return page(box, "topup", params, url="/v1/topups", status=params.get("status"))


_ONE = "/v1/topups/{topup}"
NOUN = Noun(
    routes=(
        Route("POST", "/v1/topups", CREATE, create),
        Route("GET", "/v1/topups", LIST, list_),
        Route("GET", _ONE, RETRIEVE, retrieve),
        Route("POST", _ONE, UPDATE, update),
        Route("POST", f"{_ONE}/cancel", RETRIEVE, cancel),
    ),
    expandable={"topup": {"balance_transaction": None}},
)
