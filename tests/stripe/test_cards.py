import pytest
import stripe

from tests.stripe.browser import Browser
from tests.stripe.orders import open_session, pay_intent

DECLINES = [
    ("4000000000000002", "card_declined", "generic_decline", "Your card was declined."),
    ("4000000000009995", "card_declined", "insufficient_funds", "has insufficient funds."),
    ("4000000000000069", "expired_card", None, "Your card has expired."),
    ("4000000000000127", "incorrect_cvc", None, "security code is incorrect."),
    ("4111111111111111", "card_declined", "test_mode_live_card", "used a non test card."),
]


def intent_of(client: stripe.StripeClient, session: str) -> stripe.PaymentIntent:
    intent = client.v1.checkout.sessions.retrieve(session).payment_intent
    return client.v1.payment_intents.retrieve(str(intent))


@pytest.mark.parametrize(("number", "code", "decline_code", "message"), DECLINES)
def test_a_declined_card_can_be_replaced_on_the_page(
    client: stripe.StripeClient, visitor: Browser,
    number: str, code: str, decline_code: str | None, message: str,
) -> None:  # fmt: skip
    session = open_session(client)
    seen = visitor.pay(session.url, number)
    assert (seen.status, message.replace("'", "&#x27;") in seen.text) == (402, True)
    error = intent_of(client, session.id).last_payment_error
    assert (error.code, getattr(error, "decline_code", None)) == (code, decline_code)
    assert client.v1.balance_transactions.list().data == []
    assert visitor.pay(session.url).status == 303
    assert client.v1.checkout.sessions.retrieve(session.id).status == "complete"


@pytest.mark.parametrize("number", ["4000002500003155", "4000000000003220"])
def test_three_d_secure_completes_the_payment(
    client: stripe.StripeClient, visitor: Browser, number: str
) -> None:
    session = open_session(client)
    seen = visitor.pay(session.url, number)
    intent = intent_of(client, session.id)
    assert (intent.status, seen.location) == (
        "requires_action",
        intent.next_action.redirect_to_url.url,
    )
    assert "Complete authentication" in visitor.get(seen.location).text
    assert client.v1.charges.list().data == []
    assert visitor.post(seen.location, decision="complete").location.endswith(session.id)
    assert intent_of(client, session.id).status == "succeeded"
    card = client.v1.charges.list().data[0].payment_method_details.card
    assert card.three_d_secure.result == "authenticated"


def test_failed_three_d_secure_leads_back_to_the_page_and_charges_nothing(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    session = open_session(client)
    bank = visitor.pay(session.url, "4000002500003155").location
    assert visitor.post(bank, decision="fail").location == session.url
    assert "We are unable to authenticate" in visitor.get(session.url).text
    intent = intent_of(client, session.id)
    assert intent.status == "requires_payment_method"
    assert intent.last_payment_error.code == "payment_intent_authentication_failure"
    assert client.v1.charges.list().data == []


def test_a_card_can_be_declined_after_three_d_secure(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    session = open_session(client)
    bank = visitor.pay(session.url, "4000008400001629").location
    assert visitor.post(bank, decision="complete").location == session.url
    assert "Your card was declined." in visitor.get(session.url).text
    assert client.v1.balance_transactions.list().data == []


def test_a_decline_through_the_api_is_a_card_error_with_its_intent(
    client: stripe.StripeClient,
) -> None:
    with pytest.raises(stripe.CardError) as refusal:
        pay_intent(client, payment_method="pm_card_chargeDeclined")
    error = refusal.value
    assert (error.http_status, error.code) == (402, "card_declined")
    assert error.error.decline_code == "generic_decline"
    assert error.error.payment_intent.status == "requires_payment_method"
    charge = client.v1.charges.retrieve(error.error.charge)
    assert (charge.status, charge.paid, charge.balance_transaction) == ("failed", False, None)


def test_off_session_authentication_is_a_card_error(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.CardError) as refusal:
        pay_intent(client, payment_method="pm_card_authenticationRequired", off_session=True)
    assert refusal.value.code == "authentication_required"
    assert client.v1.charges.list().data == []


def test_an_intent_waits_for_its_bank_and_returns(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    intent = pay_intent(
        client, payment_method="pm_card_threeDSecure2Required", return_url="https://holdout.test/x"
    )
    bank = intent.next_action.redirect_to_url.url
    assert visitor.post(bank, decision="complete").location == (
        f"https://holdout.test/x?payment_intent={intent.id}&redirect_status=succeeded"
    )
    assert client.v1.payment_intents.retrieve(intent.id).status == "succeeded"


def test_only_what_has_not_succeeded_can_be_canceled(client: stripe.StripeClient) -> None:
    waiting = client.v1.payment_intents.create({"amount": 500, "currency": "eur"})
    canceled = client.v1.payment_intents.cancel(waiting.id, {"cancellation_reason": "abandoned"})
    assert (canceled.status, canceled.cancellation_reason) == ("canceled", "abandoned")
    done = pay_intent(client)
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.payment_intents.cancel(done.id)
    assert refusal.value.code == "payment_intent_unexpected_state"
    assert client.v1.payment_intents.retrieve(done.id).status == "succeeded"
