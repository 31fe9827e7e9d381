"""Thin events of the v2 API: they name what changed and leave fetching it to the reader."""

import operator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from local.stripe_sandbox import deliveries, ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.routing import Noun, Route
from local.stripe_sandbox.scalars import Integer, Moment, Text
from local.stripe_sandbox.schema import Array, Struct
from local.stripe_sandbox.storage import Doc

_COMPARISONS = {"gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}
_CREATED = Struct(dict.fromkeys(_COMPARISONS, Moment()))
LIST = Struct(
    {
        "created": _CREATED,
        "limit": Integer(1, 100),
        "object_id": Text(),
        "page": Text(),
        "types": Array(Text(), max_length=20),
    }
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
    """Return a page of the events that match, newest first; `page` is the last one seen."""
    events = [event for event in box.storage.find("v2.core.event")[::-1] if _fits(event, params)]
    if "page" in params:
        ids_ = [event["id"] for event in events]
        events = events[ids_.index(params["page"]) + 1 :] if params["page"] in ids_ else []
    data = events[: params.get("limit", 20)]
    is_all = len(data) == len(events)
    following = None if is_all else _address({**params, "page": data[-1]["id"]})
    return {"data": data, "next_page_url": following, "previous_page_url": None}


def _fits(event: Doc, params: Doc) -> bool:
    created = datetime.fromisoformat(event["created"])
    return (
        params.get("object_id") in (None, event["related_object"]["id"])
        and event["type"] in params.get("types", [event["type"]])
        and all(_COMPARISONS[is_](created, at) for is_, at in params.get("created", {}).items())
    )


def _address(params: Doc) -> str:
    """Where the next page is, with the same filters."""
    flat: Doc = {name: params[name] for name in ("limit", "object_id", "page") if name in params}
    flat |= {f"created[{is_}]": at.isoformat() for is_, at in params.get("created", {}).items()}
    flat |= {f"types[{index}]": type for index, type in enumerate(params.get("types", []))}
    return f"/v2/core/events?{urlencode(flat)}"


NOUN = Noun(
    routes=(
        Route("GET", "/v2/core/events", LIST, list_),
        Route("GET", "/v2/core/events/{id}", RETRIEVE, retrieve),
    )
)
