from typing import Any

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import CANCEL, line_item, open_session


def paid(client: stripe.StripeClient, session: str) -> Any:
    expand = ["payment_intent.latest_charge.balance_transaction", "line_items"]
    return client.v1.checkout.sessions.retrieve(session, {"expand": expand})


def test_a_new_session_is_open_and_charges_nothing(client: stripe.StripeClient) -> None:
    session = open_session(client)
    assert (session.status, session.payment_status) == ("open", "unpaid")
    assert (session.amount_total, session.currency) == (10_000, "usd")
    assert session.payment_intent is None
    assert client.v1.charges.list().data == []


def test_the_page_shows_the_order_and_leads_back(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    page = visitor.get(open_session(client, 123_450).url)
    assert page.status == 200
    assert "Pay $1,234.50" in page.text
    assert "Milestone 1" in page.text
    assert f'href="{CANCEL}"' in page.text


def test_yen_has_no_decimals(client: stripe.StripeClient, visitor: Browser) -> None:
    assert "Pay ¥12,000" in visitor.get(open_session(client, 12_000, "jpy").url).text


def test_paying_completes_the_session_and_returns_with_its_id(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    data = {"transfer_group": "contract-1", "metadata": {"operation": "7"}}
    session = open_session(client, payment_intent_data=data)
    seen = visitor.pay(session.url)
    assert (seen.status, seen.location) == (
        303,
        f"https://holdout.test/funded?session={session.id}",
    )
    after = paid(client, session.id)
    intent, charge = after.payment_intent, after.payment_intent.latest_charge
    assert (after.status, after.payment_status, after.url) == ("complete", "paid", None)
    assert after.customer_details.email == "payer@example.com"
    assert (intent.status, intent.amount_received) == ("succeeded", 10_000)
    assert intent.metadata.to_dict() == {"operation": "7"}
    assert (charge.transfer_group, charge.balance_transaction.net) == ("contract-1", 9_680)
    assert [line.description for line in after.line_items.data] == ["Milestone 1"]


def test_a_paid_page_sends_on_instead_of_charging_twice(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    session = open_session(client)
    first, second = visitor.pay(session.url), visitor.pay(session.url)
    assert (second.status, second.location) == (303, first.location)
    assert len(client.v1.charges.list().data) == 1


def test_saving_the_card_makes_a_customer_who_keeps_it(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    data = {"setup_future_usage": "off_session"}
    session = open_session(client, payment_intent_data=data)
    visitor.pay(session.url)
    intent = paid(client, session.id).payment_intent
    customer = client.v1.customers.retrieve(intent.customer)
    assert (customer.email, customer.name) == ("payer@example.com", "Pia Payer")
    again = client.v1.payment_intents.create(
        {
            "amount": 5_000, "currency": "usd", "customer": intent.customer, "confirm": True,
            "payment_method": intent.payment_method, "off_session": True,
        }
    )  # fmt: skip
    assert again.status == "succeeded"


def test_a_form_with_mistakes_is_shown_again_and_charges_nothing(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    session = open_session(client)
    seen = visitor.pay(session.url, "4242 4242 4242 4241", card_expiry="01 / 20", card_cvc="1")
    assert seen.status == 422
    assert "Your card number is invalid." in seen.text
    assert "expiry date is in the past." in seen.text
    assert "security code is incomplete." in seen.text
    assert 'value="Pia Payer"' in seen.text
    assert client.v1.payment_intents.list().data == []


def test_a_session_expires_on_the_sandbox_clock(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    session = open_session(client)
    sandbox.control("clock/advance", days=1)
    assert client.v1.checkout.sessions.retrieve(session.id).status == "expired"
    seen = visitor.pay(session.url)
    assert (seen.status, "This checkout has expired" in seen.text) == (410, True)
    assert client.v1.charges.list().data == []


def test_an_open_session_can_be_expired_once(client: stripe.StripeClient) -> None:
    session = open_session(client)
    assert client.v1.checkout.sessions.expire(session.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError, match="has a status of expired"):
        client.v1.checkout.sessions.expire(session.id)


@pytest.mark.parametrize("minutes", [29, 24 * 60 + 1])
def test_expiry_lies_between_half_an_hour_and_a_day(
    client: stripe.StripeClient, sandbox: SandboxProcess, minutes: int
) -> None:
    expires_at = sandbox.read("clock")["now"] + minutes * 60
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        open_session(client, expires_at=expires_at)
    assert refusal.value.param == "expires_at"
    assert client.v1.checkout.sessions.list().data == []


def test_lines_of_two_currencies_are_refused(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="same currency"):
        open_session(client, line_items=[line_item(), line_item(currency="eur")])
    assert client.v1.checkout.sessions.list().data == []


def test_too_small_an_amount_is_refused(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        open_session(client, 49)
    assert refusal.value.code == "amount_too_small"


def test_sessions_are_found_by_their_intent(client: stripe.StripeClient, visitor: Browser) -> None:
    session, _other = open_session(client), open_session(client)
    visitor.pay(session.url)
    intent = client.v1.checkout.sessions.retrieve(session.id).payment_intent
    found = client.v1.checkout.sessions.list({"payment_intent": intent})
    assert [each.id for each in found.data] == [session.id]
