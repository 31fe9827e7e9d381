from concurrent.futures import ThreadPoolExecutor

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import new_account, pay_intent

PARAMS = {"amount": 5_000, "currency": "usd"}
KEY = {"idempotency_key": "charge-1-1"}


def test_the_same_key_replays_the_stored_answer(client: stripe.StripeClient) -> None:
    first = client.v1.payment_intents.create(PARAMS, KEY)
    client.v1.payment_intents.cancel(first.id)
    again = client.v1.payment_intents.create(dict(reversed(PARAMS.items())), KEY)
    assert (again.id, again.status) == (first.id, "requires_payment_method")
    assert again.last_response.headers["Idempotent-Replayed"] == "true"
    assert again.last_response.headers["Original-Request"] == first.last_response.request_id
    assert "Idempotent-Replayed" not in first.last_response.headers
    assert len(client.v1.payment_intents.list().data) == 1


def test_a_key_with_other_parameters_is_an_error(client: stripe.StripeClient) -> None:
    client.v1.payment_intents.create(PARAMS, KEY)
    with pytest.raises(stripe.IdempotencyError, match="same parameters") as refusal:
        client.v1.payment_intents.create({**PARAMS, "amount": 5_001}, KEY)
    assert refusal.value.http_status == 400
    assert [intent.amount for intent in client.v1.payment_intents.list().data] == [5_000]


def test_a_key_of_another_call_is_an_error(client: stripe.StripeClient) -> None:
    client.v1.payment_intents.create(PARAMS, KEY)
    with pytest.raises(stripe.IdempotencyError, match="same endpoint"):
        client.v1.customers.create({"name": "Cleo"}, KEY)
    assert client.v1.customers.list().data == []


def test_a_key_in_use_is_locked(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    sandbox.control("faults", kind="delay", path="/v1/payment_intents", seconds=0.5)
    with ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(client.v1.payment_intents.create, PARAMS, KEY) for _ in range(2)]
    failures = [failure for call in calls if (failure := call.exception())]
    assert [(failure.http_status, failure.error.code) for failure in failures] == [
        (409, "idempotency_key_in_use")
    ]
    assert len(client.v1.payment_intents.list().data) == 1


def test_errors_of_begun_work_are_replayed(client: stripe.StripeClient, visitor: Browser) -> None:
    account = new_account(client).id
    params = {"amount": 100, "currency": "usd", "destination": account}
    errors = []
    for _ in range(2):
        with pytest.raises(stripe.InvalidRequestError) as refusal:
            client.v1.transfers.create(params, KEY)
        errors.append(refusal.value)
    assert [error.code for error in errors] == ["insufficient_capabilities_for_transfer"] * 2
    assert errors[1].headers["Idempotent-Replayed"] == "true"
    assert errors[0].request_id != errors[1].request_id


def test_declines_are_replayed_without_a_second_charge(client: stripe.StripeClient) -> None:
    declined = {**PARAMS, "confirm": True, "payment_method": "pm_card_chargeDeclined"}
    for _ in range(2):
        with pytest.raises(stripe.CardError):
            client.v1.payment_intents.create(declined, KEY)
    assert len(client.v1.charges.list().data) == 1


def test_refused_parameters_are_not_remembered(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payment_intents.create({**PARAMS, "amount": "a lot"}, KEY)
    assert client.v1.payment_intents.create(PARAMS, KEY).amount == 5_000


def test_keys_are_forgotten_after_a_day(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    first = client.v1.payment_intents.create(PARAMS, KEY)
    sandbox.control("clock/advance", days=1)
    assert client.v1.payment_intents.create(PARAMS, KEY).id != first.id


def test_v2_replays_success_and_tries_failures_again(client: stripe.StripeClient) -> None:
    key = {"idempotency_key": "account-1"}
    with pytest.raises(stripe.InvalidRequestError):
        client.v2.core.accounts.create({"dashboard": "express"}, key)
    first = client.v2.core.accounts.create({"display_name": "Fay"}, key)
    assert client.v2.core.accounts.create({"display_name": "Fay"}, key).id == first.id
    with pytest.raises(stripe.IdempotencyError):
        client.v2.core.accounts.create({"display_name": "Joe"}, key)


def test_a_lost_answer_is_found_again_with_its_key(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    sandbox.control("faults", kind="drop_answer_once", path="/v1/refunds")
    charge = pay_intent(client).latest_charge
    params = {"charge": charge.id, "amount": 1_000}
    with pytest.raises(stripe.APIConnectionError):
        client.v1.refunds.create(params, KEY)
    refund = client.v1.refunds.create(params, KEY)
    assert refund.last_response.headers["Idempotent-Replayed"] == "true"
    assert [each.id for each in client.v1.refunds.list().data] == [refund.id]


def test_an_ordered_failure_does_nothing_and_may_be_remembered(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    sandbox.control("faults", kind="fail_once", path="/v1/customers", status=503)
    with pytest.raises(stripe.APIError) as failure:
        client.v1.customers.create({"name": "Cleo"}, KEY)
    assert failure.value.http_status == 503
    assert client.v1.customers.create({"name": "Cleo"}, KEY).name == "Cleo"
    stored = {"idempotency_key": "other"}
    sandbox.control("faults", kind="fail", path="/v1/customers", status=500, stored=True)
    for _ in range(2):
        with pytest.raises(stripe.APIError):
            client.v1.customers.create({"name": "Joe"}, stored)
    assert [customer.name for customer in client.v1.customers.list().data] == ["Cleo"]
