"""The sandbox against Stripe's official document: what it takes and what it answers."""

import re
from collections.abc import Callable

import pytest

from local.stripe_sandbox.nouns import ROUTES
from local.stripe_sandbox.routing import Route
from local.stripe_sandbox.scalars import Choice
from local.stripe_sandbox.schema import Array, Either, Kind, Struct
from tests.sandbox import SandboxProcess
from tests.stripe.everything import all_of_it
from tests.stripe.official_document import (
    answer_problems,
    document,
    object_problems,
    request_problems,
    request_schema,
)
from tests.stripe.recorder import Call, Recorder

Schema = dict[str, object]


@pytest.fixture(scope="module")
def calls(sandbox_process: SandboxProcess) -> list[Call]:
    sandbox_process.reset()
    recorder = Recorder()
    all_of_it(sandbox_process.client(http_client=recorder), sandbox_process)
    return recorder.calls


def problems(calls: list[Call], check: Callable[[Call], list[str]]) -> list[str]:
    return [f"{call.method} {call.path} {each}" for call in calls for each in check(call)]


def test_every_call_of_the_sandbox_was_made(calls: list[Call]) -> None:
    made = {(route.method, route.path) for route in ROUTES for call in calls if meets(route, call)}
    assert made == {(route.method, route.path) for route in ROUTES}


def meets(route: Route, call: Call) -> bool:
    return route.method == call.method and route.match(call.path) is not None


def test_requests_fit_the_official_document(calls: list[Call]) -> None:
    fine = [call for call in calls if call.status == 200]
    found = problems(fine, lambda call: request_problems(call.method, call.path, call.params))
    assert found == []


def test_answers_fit_the_official_document(calls: list[Call]) -> None:
    found = problems(
        calls, lambda call: answer_problems(call.method, call.path, call.status, call.answer)
    )
    assert found == []


def test_errors_are_among_the_answers_that_were_checked(calls: list[Call]) -> None:
    assert {call.status for call in calls} == {200, 400, 402, 404}


def test_objects_in_events_fit_the_official_document(calls: list[Call]) -> None:
    listed = [call.answer for call in calls if call.path == "/v1/events"]
    carried = [event["data"]["object"] for answer in listed for event in answer["data"]]
    types = {each["object"] for each in carried}
    assert types >= {"checkout.session", "charge", "payment_intent", "transfer", "refund"}
    assert types >= {"setup_intent", "payment_method", "dispute", "payout", "balance_settings"}
    assert [found for each in carried for found in object_problems(each["object"], each)] == []


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_the_sandbox_accepts_nothing_that_stripe_does_not(route: Route) -> None:
    path = re.sub(r"{\w+}", "x", route.path)
    assert route.method.lower() in document()["paths"].get(renamed(route.path), {})
    assert strangers(route.parameters, request_schema(route.method, path), "") == []


def renamed(path: str) -> str:
    """Return the document's template that differs from ours in the names of its parts only."""
    shape = re.sub(r"{\w+}", "{}", path)
    found = [each for each in document()["paths"] if re.sub(r"{\w+}", "{}", each) == shape]
    return str(found[0]) if found else path


def strangers(kind: Kind, schema: object, name: str) -> list[str]:
    """Return the parameters and words of ours that the document does not have."""
    if not isinstance(schema, dict):
        return []
    if choices := schema.get("anyOf"):
        return min((strangers(kind, choice, name) for choice in choices), key=len)
    if isinstance(kind, Either):
        return strangers(kind.struct, schema, name)
    if isinstance(kind, Array):
        return strangers(kind.item, schema.get("items", {}), f"{name}[]")
    if isinstance(kind, Choice):
        return [f"{name}={word}" for word in kind.words if word not in schema.get("enum", [word])]
    if not isinstance(kind, Struct):
        return []
    return fields_of(kind, schema, name)


def fields_of(kind: Struct, schema: Schema, name: str) -> list[str]:
    known = schema.get("properties") or {}
    assert isinstance(known, dict)
    unknown = [f"{name}.{field}" for field in kind.fields if field not in known]
    deeper = [
        found
        for field, each in kind.fields.items()
        if field in known
        for found in strangers(each, known[field], f"{name}.{field}")
    ]
    return unknown + deeper


def test_planted_mistakes_are_found() -> None:
    price = {"currency": "usd", "unit_amount": 1, "product_data": {"name": "x", "colour": "red"}}
    params = {"mode": "payment", "line_items": [{"price_data": price, "quantity": 1}]}
    assert request_problems("POST", "/v1/checkout/sessions", params) == [
        "$.line_items[0].price_data.product_data: Additional properties are not allowed "
        "('colour' was unexpected)"
    ]
    assert answer_problems("GET", "/v1/balance", 200, {"object": "balance", "livemode": 0}) == [
        "$: 'available' is a required property",
        "$: 'pending' is a required property",
        "$.livemode: 0 is not of type 'boolean'",
    ]
