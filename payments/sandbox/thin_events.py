"""Thin events of the v2 API: they name what changed and leave fetching it to the reader."""

from typing import Any

from payments.sandbox import deliveries, ids
from payments.sandbox.box import Box
from payments.sandbox.errors import StripeError
from payments.sandbox.routing import Noun, Route
from payments.sandbox.scalars import Integer, Text
from payments.sandbox.schema import Array, Struct
from payments.sandbox.storage import Doc

LIST = Struct(
    {"limit": Integer(1, 100), "object_id": Text(), "types": Array(Text(), max_length=20)}
)
RETRIEVE = Struct()


def emit(box: Box, type: str, account: Doc, *, data: dict[str, Any] | None = None) -> None:
    """Store an event about an account, and queue its webhook."""
    event: Doc = {
        "id": ids.new("evt_test"),
        "object": "v2.core.event",
        "created": box.clock.stamp(),
        "livemode": False,
        "related_object": {
            "id": account["id"],
            "type": "v2.core.account",
            "url": f"/v2/core/accounts/{account['id']}",
        },
        "type": type,
    }
    if box.caller.request_id:
        request = {
            "id": box.caller.request_id,
            "idempotency_key": box.caller.idempotency_key or "",
        }
        event["reason"] = {"request": request, "type": "request"}
    if data is not None:
        event["data"] = data
    deliveries.queue(box, box.storage.insert(event))


def retrieve(box: Box, params: Doc, id: str) -> Doc:
    """Return one event."""
    event = box.storage.get(id, "v2.core.event")
    if event is None:
        raise StripeError(f"The event {id} does not exist.", status=404, code="not_found")
    return event


def list_(box: Box, params: Doc) -> Doc:
    """Return the newest events, of an object and of types if given."""
    events = box.storage.find("v2.core.event")[::-1]
    object_id, types = params.get("object_id"), params.get("types")
    wanted = [
        event
        for event in events
        if (object_id is None or event["related_object"]["id"] == object_id)
        and (types is None or event["type"] in types)
    ]
    data = wanted[: params.get("limit", 20)]
    return {"data": data, "next_page_url": None, "previous_page_url": None}


NOUN = Noun(
    routes=(
        Route("GET", "/v2/core/events", LIST, list_),
        Route("GET", "/v2/core/events/{id}", RETRIEVE, retrieve),
    )
)
