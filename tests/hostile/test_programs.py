"""No body, field, header or event that a program sends ends in a fault of ours."""

import json
from urllib.parse import urlencode

import pytest

from tests.hostile.routes import all_routes
from tests.hostile.values import BODIES, FEW_BODIES, FEW_TEXTS, HEADERS, JSON_VALUES, TEXTS
from tests.payments.messages import signature

JSON = "application/json"
CHANGING = ("post", "put", "patch", "delete")
ANYWHERE = [
    *("/", "/account/login/", "/briefs/?q=%5Cud800x", "/api/v1/briefs/?q=x", "/webhooks/stripe/"),
    *("/money/", "/settings/", "/side/client/", "/notifications/reading/"),
]


def changes(attack):
    """Each change of the API: who may make it, by which method, where, with which fields."""
    for route in all_routes():
        if route.pattern.startswith("api/"):
            kind, address = attack.reach.ways(route)[0]
            takes = getattr(route.view, "takes", None)
            fields = list(takes().fields) if takes else []
            for method in CHANGING:
                if method in route.method_names:
                    yield kind, method.upper(), address, fields


def send_bodies(attack, kind, method, address, bodies):
    """Each with an idempotency key and without."""
    for number, body in enumerate(bodies):
        options = {"data": body, "content_type": JSON}
        attack.send(kind, method, address, str(body[:50]), **options)
        key = f"hostile-{number}"
        attack.send(kind, method, address, f"{body[:50]!r}", HTTP_IDEMPOTENCY_KEY=key, **options)


def test_hostile_bodies(attack, turn):
    for number, (kind, method, address, _) in enumerate(changes(attack)):
        bodies = BODIES if number % 20 == 0 else turn(number, FEW_BODIES)
        send_bodies(attack, kind, method, address, bodies)
    assert attack.faults == {}
    assert attack.sent > 150


def test_hostile_fields(attack, turn):
    for number, (kind, method, address, fields) in enumerate(changes(attack)):
        values = [*turn(number, FEW_TEXTS), *turn(number, JSON_VALUES[:6])]
        for value in values if fields else ():
            body = json.dumps(dict.fromkeys(fields, value))
            attack.send(kind, method, address, body[:60], data=body, content_type=JSON)
    assert attack.faults == {}
    assert attack.sent > 50


@pytest.mark.long
def test_every_hostile_field_alone(attack):
    for kind, method, address, fields in changes(attack):
        for value in [*TEXTS, *JSON_VALUES]:
            for asked in [*([name] for name in fields), fields]:
                body = json.dumps(dict.fromkeys(asked, value))
                attack.send(kind, method, address, body[:60], data=body, content_type=JSON)
    assert attack.faults == {}


def test_hostile_headers(attack, turn):
    for number, address in enumerate(ANYWHERE):
        for name, values in HEADERS.items():
            for value in turn(number, values):
                attack.send("visitor", "GET", address, f"{name}: {value}", **{name: value})
                attack.send("client", "POST", address, f"{name}: {value}", **{name: value})
    assert attack.faults == {}


def test_hostile_places_to_go_on_to(attack):
    pages = ("/account/login/", "/account/signup/", "/account/password/reset/", "/account/logout/")
    for address in (*pages, "/proof/return/", "/settings/"):
        for value in (
            "http://[::1",
            "//[",
            "http://[x]/",
            "\0",
            "x" * 5_000,
            "javascript:alert(1)",
        ):
            query = urlencode({"next": value})
            attack.send("visitor", "GET", f"{address}?{query}", value)
            attack.send("client", "GET", f"{address}?{query}", value)
            body = {"data": query, "content_type": "application/x-www-form-urlencoded"}
            attack.send("visitor", "POST", address, value, **body)
    assert attack.faults == {}


@pytest.mark.parametrize("kind", ["event", "v2.core.event"])
def test_signed_events_of_any_shape(attack, kind):
    shapes = [
        *BODIES,
        *(json.dumps(value).encode() for value in (*JSON_VALUES, *TEXTS)),
        *(json.dumps({"id": value, "object": kind}).encode() for value in (*JSON_VALUES, *TEXTS)),
        *(
            json.dumps({"id": "evt_1", "object": kind, "type": value, "data": value}).encode()
            for value in (*JSON_VALUES, *TEXTS)
        ),
        *(
            json.dumps(
                {
                    "id": f"evt_{number}",
                    "object": kind,
                    "type": "charge.updated",
                    "created": value,
                    "data": {"object": {"id": value, "object": value}},
                    "related_object": value,
                }
            ).encode()
            for number, value in enumerate((*JSON_VALUES, *TEXTS))
        ),
    ]
    for body in shapes:
        options = {"data": body, "content_type": JSON, "HTTP_STRIPE_SIGNATURE": signature(body)}
        attack.send("visitor", "POST", "/webhooks/stripe/", str(body[:60]), **options)
    assert attack.faults == {}
