import json
from typing import Any

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import line_item, new_account, open_session

PRICE: dict[str, Any] = line_item()["price_data"]


def refused(call: Any, *arguments: Any, **named: Any) -> tuple[int, str, str]:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        call(*arguments, **named)
    return refusal.value.http_status, refusal.value.code, refusal.value.param


@pytest.mark.parametrize(
    ("params", "param"),
    [
        ({"colour": "red"}, "colour"),
        ({"payment_intent_data": {"colour": "red"}}, "payment_intent_data[colour]"),
        (
            {"line_items": [{"quantity": 1, "price_data": {**PRICE, "tax": 1}}]},
            "line_items[0][price_data][tax]",
        ),
        (
            {"line_items": [{"quantity": 1, "price_data": {
                **PRICE, "product_data": {"name": "x", "colour": "red"}}}]},
            "line_items[0][price_data][product_data][colour]",
        ),
    ],
)  # fmt: skip
def test_unknown_parameters_are_refused_at_every_depth(
    client: stripe.StripeClient, params: dict[str, Any], param: str
) -> None:
    assert refused(open_session, client, **params) == (400, "parameter_unknown", param)
    assert client.v1.checkout.sessions.list().data == []


def test_unknown_parameters_of_v2_are_refused(client: stripe.StripeClient) -> None:
    configuration = {"recipient": {"capabilities": {"stripe_balance": {"gold": {}}}}}
    named = r"configuration\[recipient\]\[capabilities\]\[stripe_balance\]\[gold\]"
    with pytest.raises(stripe.InvalidRequestError, match=named) as refusal:
        new_account(client, configuration=configuration)
    assert (refusal.value.http_status, refusal.value.code) == (400, "parameter_unknown")


def test_unknown_parameters_of_reads_are_refused(client: stripe.StripeClient) -> None:
    told = refused(client.v1.charges.list, {"colour": "red"})
    assert told == (400, "parameter_unknown", "colour")


@pytest.mark.parametrize(
    ("params", "code", "param"),
    [
        ({"currency": "usd"}, "parameter_missing", "amount"),
        ({"amount": "ten", "currency": "usd"}, "parameter_invalid_integer", "amount"),
        ({"amount": 10.5, "currency": "usd"}, "parameter_invalid_integer", "amount"),
        ({"amount": 0, "currency": "usd"}, "parameter_invalid_integer", "amount"),
        ({"amount": 500, "currency": "xyz"}, None, "currency"),
        ({"amount": 500, "currency": "usd", "confirm": "perhaps"}, None, "confirm"),
        ({"amount": 500, "currency": "usd", "metadata": "text"}, None, "metadata"),
        ({"amount": 500, "currency": "usd", "description": ""}, "parameter_invalid_empty",
         "description"),
        ({"amount": 500, "currency": "usd", "setup_future_usage": "later"}, None,
         "setup_future_usage"),
    ],
)  # fmt: skip
def test_wrong_parameters_are_refused(
    client: stripe.StripeClient, params: dict[str, Any], code: str | None, param: str
) -> None:
    assert refused(client.v1.payment_intents.create, params) == (400, code, param)
    assert client.v1.payment_intents.list().data == []


def test_v2_takes_no_text_for_a_boolean(client: stripe.StripeClient) -> None:
    transfers = {"stripe_balance": {"stripe_transfers": {"requested": "true"}}}
    with pytest.raises(stripe.InvalidRequestError, match="Invalid boolean: true"):
        new_account(client, configuration={"recipient": {"capabilities": transfers}})
    assert client.v2.core.accounts.list().data == []


def test_payment_method_types_are_no_longer_supported(client: stripe.StripeClient) -> None:
    code = "payment_method_types_no_longer_supported"
    params = {"amount": 500, "currency": "usd", "payment_method_types": ["card"]}
    told = refused(client.v1.payment_intents.create, params)
    assert told == (400, code, "payment_method_types")
    assert refused(open_session, client, payment_method_types=["card"])[1] == code


def test_what_is_missing_is_named(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.transfers.retrieve("tr_none")
    error = refusal.value
    assert (error.http_status, error.code, error.param) == (404, "resource_missing", "transfer")
    assert error.user_message == "No such transfer: 'tr_none'"
    assert error.error.request_log_url.endswith(error.request_id)
    assert error.error.doc_url.endswith("#resource-missing")


@pytest.mark.parametrize("key", ["sk_live_123", "pk_test_123", "nonsense"])
def test_other_keys_than_test_keys_are_refused(sandbox: SandboxProcess, key: str) -> None:
    client = stripe.StripeClient(key, base_addresses={"api": sandbox.url}, max_network_retries=0)
    with pytest.raises(stripe.AuthenticationError) as refusal:
        client.v1.balance.retrieve()
    assert refusal.value.http_status == 401


def test_unknown_paths_and_methods_are_errors_in_the_envelope(
    sandbox: SandboxProcess, visitor: Browser
) -> None:
    headers = {"Authorization": "Bearer sk_test_x"}
    unknown = visitor.get(f"{sandbox.url}/v1/unicorns", **headers)
    wrong = visitor.get(f"{sandbox.url}/v2/core/account_links", **headers,
                        **{"Stripe-Version": "2026-10-28.endive"})  # fmt: skip
    assert (unknown.status, wrong.status) == (404, 405)
    types = [json.loads(seen.text)["error"]["type"] for seen in (unknown, wrong)]
    assert types == ["invalid_request_error"] * 2


def test_another_api_version_is_refused(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="Invalid Stripe API version"):
        client.v1.balance.retrieve({}, {"stripe_version": "2020-08-27"})


def test_a_field_that_is_no_object_cannot_be_expanded(client: stripe.StripeClient) -> None:
    session = open_session(client)
    with pytest.raises(stripe.InvalidRequestError, match="cannot be expanded"):
        client.v1.checkout.sessions.retrieve(session.id, {"expand": ["amount_total"]})


def test_too_many_requests_can_be_ordered(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    sandbox.control("faults", kind="rate_limit", path="/v1/customers")
    with pytest.raises(stripe.RateLimitError) as refusal:
        client.v1.customers.create({"name": "Cleo"})
    assert (refusal.value.http_status, refusal.value.error.code) == (429, "rate_limit")
    assert client.v1.customers.create({"name": "Cleo"}).name == "Cleo"
    assert len(client.v1.customers.list().data) == 1


def test_other_sites_cannot_use_the_sandbox(sandbox: SandboxProcess, visitor: Browser) -> None:
    assert visitor.get(f"{sandbox.url}/", Host="rebound.example").status == 403
    elsewhere = {"Origin": "https://elsewhere.example"}
    assert visitor.post(f"{sandbox.url}/_sandbox/reset", elsewhere).status == 403
    assert visitor.get(f"{sandbox.url}/").status == 200
