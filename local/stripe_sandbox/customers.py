"""Customers."""

from local.stripe_sandbox import events, ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Email, Text
from local.stripe_sandbox.schema import Metadata, Struct
from local.stripe_sandbox.storage import Doc

ADDRESS = Struct(
    {
        name: Text(unsettable=True)
        for name in ("city", "country", "line1", "line2", "postal_code", "state")
    }
)
CREATE = parameters(
    address=ADDRESS, description=Text(unsettable=True), email=Email(), metadata=Metadata(),
    name=Text(256, unsettable=True), phone=Text(20, unsettable=True),
)  # fmt: skip
LIST = list_parameters(email=Email())
RETRIEVE = parameters()
DELETE = Struct()


def create(box: Box, params: Doc) -> Doc:
    """Create a customer."""
    id = ids.new("cus")
    customer = {
        "id": id,
        "object": "customer",
        "address": None,
        "balance": 0,
        "created": box.clock.now(),
        "currency": None,
        "default_source": None,
        "delinquent": False,
        "description": None,
        "email": None,
        "invoice_prefix": ids.random_text(8).upper(),
        "invoice_settings": {
            "custom_fields": None, "default_payment_method": None, "footer": None,
            "rendering_options": None,
        },
        "livemode": False,
        "metadata": {},
        "name": None,
        "next_invoice_sequence": 1,
        "phone": None,
        "preferred_locales": [],
        "shipping": None,
        "tax_exempt": "none",
        "test_clock": None,
        **_given(params),
    }  # fmt: skip
    box.storage.insert(customer)
    events.emit(box, "customer.created", customer)
    return customer


def retrieve(box: Box, params: Doc, customer: str) -> Doc:
    """Return a customer, or what is left of a deleted one."""
    found = box.storage.get(customer)
    if found is None or found["object"] != "customer":
        raise missing("customer", customer, param="id")
    return found


def existing(box: Box, id: str) -> Doc:
    """Return a customer that a parameter names and that is not deleted."""
    found = box.storage.get(id, "customer")
    if found is None:
        raise missing("customer", id, param="customer", status=400)
    return found


def update(box: Box, params: Doc, customer: str) -> Doc:
    """Change the given fields; metadata is merged, an empty value removes its key."""
    found = retrieve(box, {}, customer)
    if found.get("deleted"):
        raise missing("customer", customer, param="id")
    given = _given(params)
    previous = {name: found[name] for name in given if found[name] != given[name]}
    given["metadata"] = merged(found["metadata"], params.get("metadata"))
    box.storage.save(found | given)
    events.emit(box, "customer.updated", found | given, previous=previous)
    return found | given


def delete(box: Box, params: Doc, customer: str) -> Doc:
    """Delete a customer for good; its id still answers, and lists leave it out."""
    found = box.storage.get(customer, "customer")
    if found is None:
        raise missing("customer", customer, param="id")
    events.emit(box, "customer.deleted", found)
    box.storage.retype(customer, "deleted_customer")
    return box.storage.save({"id": customer, "object": "customer", "deleted": True})


def list_(box: Box, params: Doc) -> Doc:
    """Return customers that are not deleted, newest first."""
    return page(box, "customer", params, url="/v1/customers", email=params.get("email"))


def merged(metadata: dict[str, str], changes: dict[str, str] | None) -> dict[str, str]:
    """Return metadata after an update, in which an empty value removes its key."""
    return {key: value for key, value in (metadata | (changes or {})).items() if value != ""}


def _given(params: Doc) -> Doc:
    given = dict(params)
    if "address" in given:
        given["address"] = {name: params["address"].get(name) for name in ADDRESS.fields}
    return given


NOUN = Noun(
    routes=(
        Route("POST", "/v1/customers", CREATE, create),
        Route("GET", "/v1/customers", LIST, list_),
        Route("GET", "/v1/customers/{customer}", RETRIEVE, retrieve),
        Route("POST", "/v1/customers/{customer}", CREATE, update),
        Route("DELETE", "/v1/customers/{customer}", DELETE, delete),
    )
)
