"""Snapshot events of the v1 API."""

from typing import Any

from local.stripe_sandbox import deliveries, ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Text
from local.stripe_sandbox.schema import Array
from local.stripe_sandbox.storage import Doc, public
from local.stripe_sandbox.version import API_VERSION

LIST = list_parameters(type=Text(), types=Array(Text(), max_length=20))
RETRIEVE = parameters()


def emit(
    box: Box, type: str, subject: Doc, *, previous: Doc | None = None, account: str = ""
) -> None:
    """Store an event with the object as it is now, and queue its webhook.

    What happens on an account of the platform's carries its id in `account`.
    """
    data: dict[str, Any] = {"object": public(subject)}
    if previous is not None:
        data["previous_attributes"] = previous
    event = {
        "id": ids.new("evt"),
        "object": "event",
        "api_version": API_VERSION,
        "created": box.clock.now(),
        "data": data,
        "livemode": False,
        "pending_webhooks": 1 if box.endpoint().url else 0,
        "request": {
            "id": box.caller.request_id,
            "idempotency_key": box.caller.idempotency_key,
        },
        "type": type,
        **({"account": account} if account else {}),
    }
    deliveries.queue(box, box.storage.insert(event))


def retrieve(box: Box, params: Doc, id: str) -> Doc:
    """Return one event."""
    event = box.storage.get(id, "event")
    if event is None:
        raise missing("event", id, param="id")
    return event


def list_(box: Box, params: Doc) -> Doc:
    """Return the platform's events, or those of the account called for, newest first.

    Of the wanted types: `charge.*` means all of charge.
    """
    wanted = params.get("types") or [params.get("type", "*")]
    return page(box, "event", params, url="/v1/events", type=wanted, account=box.caller.account)


NOUN = Noun(
    routes=(
        Route("GET", "/v1/events", LIST, list_, on_accounts=True),
        Route("GET", "/v1/events/{id}", RETRIEVE, retrieve),
    )
)
