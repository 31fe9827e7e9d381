import pytest
import stripe

from tests.sandbox import WEBHOOK_SECRET, SandboxProcess, wait_for
from tests.stripe.browser import Browser
from tests.stripe.orders import new_account, onboard, open_session, pay_intent
from tests.stripe.receiver import Receiver

PAID = [
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "charge.updated",
    "checkout.session.completed",
]


def test_a_paid_session_is_told_in_order(
    client: stripe.StripeClient, visitor: Browser, receiver: Receiver
) -> None:
    session = open_session(client)
    visitor.pay(session.url)
    receiver.wait_for(5)
    assert receiver.types() == PAID
    body, signature = receiver.received[4]
    event = stripe.Webhook.construct_event(body, signature, WEBHOOK_SECRET)
    assert (event.data.object.id, event.data.object.payment_status) == (session.id, "paid")
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body, signature, "whsec_other")


def test_the_balance_transaction_comes_with_charge_updated(
    client: stripe.StripeClient, receiver: Receiver
) -> None:
    charge = pay_intent(client).latest_charge
    receiver.wait_for(4)
    told = {event["type"]: event["data"]["object"] for event in receiver.events()}
    assert told["charge.succeeded"]["balance_transaction"] is None
    assert told["charge.updated"]["balance_transaction"] == charge.balance_transaction


def test_onboarding_is_told_in_thin_events(
    client: stripe.StripeClient, visitor: Browser, receiver: Receiver
) -> None:
    account = new_account(client)
    onboard(client, visitor, account.id)
    receiver.wait_for(5)
    notified = [
        client.parse_event_notification(body, signature, WEBHOOK_SECRET)
        for body, signature in receiver.received
    ]
    assert [each.type for each in notified] == [
        "v2.core.account.created",
        "v2.core.account[identity].updated",
        "v2.core.account[requirements].updated",
        "v2.core.account[configuration.recipient].capability_status_updated",
        "v2.core.account_link.returned",
    ]
    changed = notified[3]
    assert changed.related_object.id == account.id
    assert changed.fetch_related_object().id == account.id
    assert changed.fetch_event().data.updated_capability == "stripe_balance.stripe_transfers"


def test_an_event_remembers_the_request_that_caused_it(
    client: stripe.StripeClient, receiver: Receiver
) -> None:
    client.v1.customers.create({"name": "Cleo"}, {"idempotency_key": "customer-1"})
    receiver.wait_for(1)
    assert receiver.events()[0]["request"]["idempotency_key"] == "customer-1"
    assert receiver.events()[0]["request"]["id"].startswith("req_")


def test_a_refused_webhook_is_sent_again(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    receiver.answers = [500, 302]
    client.v1.customers.create({"name": "Cleo"})
    receiver.wait_for(3)
    wait_for(lambda: sandbox.read("deliveries")["waiting"] == 0)
    assert len({event["id"] for event in receiver.events()}) == 1
    delivery = sandbox.read("deliveries")["deliveries"][0]
    assert (delivery["attempts"], delivery["answer"]) == (3, "200")
    assert client.v1.events.retrieve(delivery["event"]).pending_webhooks == 0


def test_webhooks_can_be_held_and_sent_in_reverse(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    sandbox.control("deliveries/hold")
    pay_intent(client)
    assert sandbox.read("deliveries")["waiting"] == 4
    assert receiver.received == []
    sandbox.control("deliveries/resume", newest_first=True)
    receiver.wait_for(4)
    assert receiver.types() == list(reversed(PAID[:4]))


def test_an_event_can_be_sent_twice(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    client.v1.customers.create({"name": "Cleo"})
    receiver.wait_for(1)
    sandbox.control("deliveries/resend", event=receiver.events()[0]["id"])
    receiver.wait_for(2)
    first, second = receiver.events()
    assert first["id"] == second["id"]


def test_expiry_and_available_funds_are_told_when_time_comes(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    open_session(client)
    pay_intent(client)
    sandbox.control("clock/advance", days=3)
    receiver.wait_for(6)
    assert receiver.types()[4:] == ["checkout.session.expired", "balance.available"]


def test_events_can_be_sent_more_than_once(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    sandbox.control("deliveries/rules", copies=2)
    client.v1.customers.create({"name": "Cleo"})
    receiver.wait_for(3)
    assert len({event["id"] for event in receiver.events()}) == 1
    sandbox.control("deliveries/rules")
    client.v1.customers.create({"name": "Joe"})
    receiver.wait_for(4)
    assert sandbox.read("deliveries")["rules"]["copies"] == 0


def test_events_of_a_type_can_be_withheld(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    sandbox.control("deliveries/rules", withhold=["charge.*"])
    pay_intent(client)
    receiver.wait_for(2)
    sandbox.control("deliveries/resume")
    assert receiver.types() == ["payment_intent.created", "payment_intent.succeeded"]
    sandbox.control("deliveries/release")
    receiver.wait_for(4)
    assert receiver.types()[2:] == ["charge.succeeded", "charge.updated"]


def test_webhooks_can_be_late(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    sandbox.control("deliveries/rules", delay=0.6)
    client.v1.customers.create({"name": "Cleo"})
    assert sandbox.read("deliveries")["waiting"] == 1
    receiver.wait_for(1)
    assert receiver.types() == ["customer.created"]


def test_webhooks_can_be_shuffled(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver
) -> None:
    sandbox.control("deliveries/hold")
    pay_intent(client)
    sandbox.control("deliveries/resume", shuffled=True)
    receiver.wait_for(4)
    assert sorted(receiver.types()) == sorted(PAID[:4])


def test_without_an_address_nothing_is_queued(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    pay_intent(client)
    assert sandbox.read("deliveries")["deliveries"] == []
    assert len(client.v1.events.list().data) == 4
