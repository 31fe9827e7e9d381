"""The sandbox against Stripe's official document: what it takes and what it answers."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
import stripe

from payments.sandbox.nouns import ROUTES
from payments.sandbox.routing import Route
from payments.sandbox.scalars import Choice
from payments.sandbox.schema import Array, Either, Kind, Struct
from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.official_document import (
    answer_problems,
    document,
    object_problems,
    request_problems,
    request_schema,
)
from tests.stripe.orders import RECIPIENT, line_item, new_account, onboard, open_session, pay_intent
from tests.stripe.recorder import Call, Recorder

Schema = dict[str, object]


def all_of_it(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    """Make every call of the sandbox at least once, in the states that differ."""
    visitor = Browser()
    fund(client, visitor)
    account = onboarding(client, visitor)
    money(client, account)
    sandbox.control("clock/advance", days=3)
    reading(client)
    refusals(client)


def fund(client: stripe.StripeClient, visitor: Browser) -> None:
    customers = client.v1.customers
    customer = customers.create({"email": "c@example.com", "name": "Cleo", "metadata": {"a": "1"}})
    customers.update(customer.id, {"description": "finance", "address": {"country": "DE"}})
    customers.retrieve(customer.id)
    data = {"transfer_group": "g", "metadata": {"o": "1"}, "setup_future_usage": "off_session"}
    paid = open_session(
        client, customer=customer.id, payment_intent_data=data, client_reference_id="1"
    )
    visitor.pay(paid.url)
    declined = open_session(client, customer_email="c@example.com")
    visitor.pay(declined.url, "4000000000000002")
    visitor.pay(open_session(client, 12_000, "jpy").url, "4000002500003155")
    client.v1.checkout.sessions.expire(declined.id)
    for session in (paid, declined):
        client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
        client.v1.checkout.sessions.line_items.list(session.id)
    customers.delete(customers.create().id)


def onboarding(client: stripe.StripeClient, visitor: Browser) -> str:
    accounts = client.v2.core.accounts
    include = ["configuration.recipient", "defaults", "identity", "requirements"]
    account = new_account(client, include=include).id
    onboard(client, visitor, account)
    accounts.retrieve(account, {"include": include})
    accounts.update(account, {"display_name": "Fay L.", "metadata": {"person": "1"}})
    accounts.list({"limit": 5})
    client.v1.accounts.login_links.create(account)
    thin = client.v2.core.events.list({"object_id": account}).data
    for event in thin:
        client.v2.core.events.retrieve(event.id)
    return account


def money(client: stripe.StripeClient, account: str) -> None:
    intents = client.v1.payment_intents
    charge = pay_intent(client, metadata={"week": "1"}).latest_charge
    waiting = intents.create({"amount": 500, "currency": "eur"})
    intents.confirm(waiting.id, {"payment_method": "pm_card_threeDSecure2Required"})
    intents.cancel(waiting.id, {"cancellation_reason": "abandoned"})
    client.v1.charges.update(charge.id, {"description": "Milestone 1"})
    transfers = client.v1.transfers
    transfer = transfers.create(
        {"amount": 9_000, "currency": "usd", "destination": account, "metadata": {"p": "1"},
         "source_transaction": charge.id}
    )  # fmt: skip
    transfers.update(transfer.id, {"metadata": {"p": "2"}})
    transfers.retrieve(transfer.id, {"expand": ["balance_transaction", "source_transaction"]})
    refund = client.v1.refunds.create({"charge": charge.id, "amount": 1_000})
    client.v1.refunds.update(refund.id, {"metadata": {"r": "1"}})
    client.v1.refunds.retrieve(refund.id, {"expand": ["charge.balance_transaction"]})
    for method in ("pm_card_pendingRefund", "pm_card_refundFail"):
        paid = pay_intent(client, payment_method=method).latest_charge
        client.v1.refunds.create({"charge": paid.id})
    expand = ["balance_transaction", "refunds", "payment_intent", "customer"]
    client.v1.charges.retrieve(charge.id, {"expand": expand})
    intents.retrieve(charge.payment_intent, {"expand": ["latest_charge", "payment_method"]})
    client.v1.payment_methods.retrieve(charge.payment_method)


def reading(client: stripe.StripeClient) -> None:
    client.v1.balance.retrieve()
    transactions = client.v1.balance_transactions.list({"limit": 100}).data
    client.v1.balance_transactions.retrieve(transactions[0].id, {"expand": ["source"]})
    lists = (
        client.v1.customers, client.v1.checkout.sessions, client.v1.payment_intents,
        client.v1.charges, client.v1.transfers, client.v1.refunds,
    )  # fmt: skip
    for noun in lists:
        noun.list({"limit": 100, "created": {"gte": 1}})
    for event in client.v1.events.list({"limit": 100}).data:
        client.v1.events.retrieve(event.id)


def refusals(client: stripe.StripeClient) -> None:
    wrong: list[Callable[[], object]] = [
        lambda: client.v1.charges.retrieve("ch_none"),
        lambda: pay_intent(client, payment_method="pm_card_chargeDeclined"),
        lambda: open_session(client, line_items=[line_item(), line_item(currency="eur")]),
        lambda: client.v2.core.accounts.retrieve("acct_none"),
        lambda: new_account(client, configuration={"recipient": RECIPIENT}),
    ]
    for call in wrong:
        with suppress(stripe.StripeError):
            call()


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
