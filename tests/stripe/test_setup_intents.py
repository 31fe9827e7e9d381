from typing import Any

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import SUCCESS, line_item, pay_intent
from tests.stripe.saved import RETURN, customer, mandate, save, saved_method


def test_a_card_is_set_up_and_charged_off_session(client: stripe.StripeClient) -> None:
    person = customer(client)
    intent = save(client, person, "pm_card_visa")
    assert (intent.status, intent.usage, intent.customer) == ("succeeded", "off_session", person)
    assert client.v1.payment_methods.retrieve(intent.payment_method).customer == person
    paid = pay_intent(
        client, customer=person, payment_method=intent.payment_method, off_session=True
    )
    assert (paid.status, paid.amount_received) == ("succeeded", 10_000)


def test_a_card_that_authenticated_when_saved_is_free_off_session(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    person = customer(client)
    intent = save(client, person, "pm_card_authenticationRequiredOnSetup", return_url=RETURN)
    assert intent.status == "requires_action"
    bank = intent.next_action.redirect_to_url.url
    assert "Confirm your card" in visitor.get(bank).text
    assert visitor.post(bank, decision="complete").location == (
        f"{RETURN}?setup_intent={intent.id}&redirect_status=succeeded"
    )
    method = client.v1.setup_intents.retrieve(intent.id).payment_method
    paid = pay_intent(client, customer=person, payment_method=method, off_session=True)
    assert paid.status == "succeeded"


def test_a_card_that_always_authenticates_is_confirmed_on_session_later(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    person, method = saved_method(client, visitor, "pm_card_authenticationRequired")
    with pytest.raises(stripe.CardError) as refusal:
        pay_intent(client, customer=person, payment_method=method, off_session=True)
    assert refusal.value.code == "authentication_required"
    failed = refusal.value.error.payment_intent
    assert (failed.status, failed.payment_method) == ("requires_payment_method", None)
    again = client.v1.payment_intents.confirm(
        failed.id, {"payment_method": method, "return_url": RETURN}
    )
    visitor.post(again.next_action.redirect_to_url.url, decision="complete")
    assert client.v1.payment_intents.retrieve(failed.id).status == "succeeded"
    assert len(client.v1.charges.list().data) == 1


def test_failed_authentication_saves_nothing(client: stripe.StripeClient, visitor: Browser) -> None:
    person = customer(client)
    intent = save(client, person, "pm_card_authenticationRequired")
    visitor.post(intent.next_action.redirect_to_url.url, decision="fail")
    failed = client.v1.setup_intents.retrieve(intent.id)
    assert failed.status == "requires_payment_method"
    assert failed.last_setup_error.code == "setup_intent_authentication_failure"
    assert client.v1.customers.payment_methods.list(person).data == []


def test_a_declined_card_is_not_saved(client: stripe.StripeClient) -> None:
    person = customer(client)
    with pytest.raises(stripe.CardError) as refusal:
        save(client, person, "pm_card_chargeDeclinedInsufficientFunds")
    error = refusal.value.error
    assert (error.decline_code, error.setup_intent.status) == (
        "insufficient_funds",
        "requires_payment_method",
    )
    assert client.v1.customers.payment_methods.list(person).data == []


def test_a_card_can_be_saved_and_declined_when_charged(client: stripe.StripeClient) -> None:
    person = customer(client)
    method = save(client, person, "pm_card_chargeCustomerFail").payment_method
    with pytest.raises(stripe.CardError) as refusal:
        pay_intent(client, customer=person, payment_method=method, off_session=True)
    assert refusal.value.code == "card_declined"
    assert client.v1.balance_transactions.list().data == []


def test_a_bank_account_needs_a_mandate(client: stripe.StripeClient) -> None:
    person = customer(client)
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        save(client, person, "pm_usBankAccount_success")
    assert refusal.value.param == "mandate_data"
    intent = save(client, person, "pm_usBankAccount_success", mandate_data=mandate())
    assert intent.status == "succeeded"
    assert client.v1.mandates.retrieve(intent.mandate).status == "active"


def test_a_setup_can_be_canceled_once(client: stripe.StripeClient) -> None:
    waiting = client.v1.setup_intents.create({"customer": customer(client)})
    assert client.v1.setup_intents.cancel(waiting.id).status == "canceled"
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.setup_intents.cancel(waiting.id)
    assert refusal.value.code == "setup_intent_unexpected_state"


def test_a_hosted_page_saves_a_card(client: stripe.StripeClient, visitor: Browser) -> None:
    person = customer(client)
    session = setup_session(client, customer=person, setup_intent_data={"metadata": {"a": "1"}})
    assert (session.amount_total, session.payment_status) == (None, "no_payment_required")
    assert "Save a payment method" in visitor.get(session.url).text
    bank = visitor.pay(session.url, "4000 0025 0000 3155").location
    assert visitor.post(bank, decision="complete").location.endswith(session.id)
    done = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["setup_intent"]})
    assert (done.status, done.setup_intent.status) == ("complete", "succeeded")
    assert done.setup_intent.metadata.to_dict() == {"a": "1"}
    kept = client.v1.payment_methods.list({"customer": person, "type": "card"}).data
    assert [each.card.last4 for each in kept] == ["3155"]
    assert client.v1.payment_intents.list().data == []


def test_an_expired_setup_session_cancels_its_intent(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    session = setup_session(client)
    sandbox.control("clock/advance", days=1)
    assert client.v1.setup_intents.retrieve(session.setup_intent).status == "canceled"


@pytest.mark.parametrize(
    ("params", "param"),
    [
        ({"currency": "usd", "line_items": [line_item()]}, "line_items"),
        ({"currency": "usd", "payment_intent_data": {"description": "x"}}, "payment_intent_data"),
        ({}, "currency"),
    ],
)
def test_a_setup_session_has_a_currency_and_no_order(
    client: stripe.StripeClient, params: dict[str, Any], param: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.checkout.sessions.create({"mode": "setup", "success_url": SUCCESS, **params})
    assert refusal.value.param == param
    assert client.v1.setup_intents.list().data == []


def setup_session(client: stripe.StripeClient, **params: Any) -> stripe.checkout.Session:
    return client.v1.checkout.sessions.create(
        {"mode": "setup", "currency": "usd", "success_url": SUCCESS, **params}
    )
