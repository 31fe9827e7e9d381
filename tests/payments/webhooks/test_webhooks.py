import json

import pytest
from django.test import Client

from marketplace.core.data.models import Event
from payments.ledger.models import Transfer
from payments.payment_methods.models import MethodSetup, PaymentMethod
from payments.payouts.models.payees import Payee
from payments.payouts.services.payees import start_onboarding
from payments.stripe.errors import ProcessorUnavailable
from payments.webhooks.models import StripeEvent
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import DECLINED, RETURN, checkout, save_method, setup_page
from tests.sandbox import wait_for

pytestmark = [pytest.mark.django_db]

PATH = "/webhooks/stripe/"


def deliver(body: bytes, signature: str) -> int:
    return (
        Client()
        .post(PATH, body, content_type="application/json", headers={"stripe-signature": signature})
        .status_code
    )


def paid_events(receiver, escrow, client_person, payer_browser) -> list[tuple[bytes, str]]:
    payer_browser.pay(checkout(escrow, client_person))
    receiver.wait_for(5)
    return receiver.received


def outcome(escrow) -> tuple[object, ...]:
    escrow.refresh_from_db()
    found = books(escrow)
    return (
        escrow.state,
        list(escrow.charges.values_list("state", flat=True)),
        found["held"],
        found["processor_balance"] + found["processor_fees"],
        sorted(Transfer.objects.values_list("code", flat=True)),
        Event.objects.filter(verb="escrow.funded").count(),
        trial_balance(),
    )


ONCE_PAID = ("held", ["succeeded"], 420_000, -420_000, ["charge_settled", "charge_succeeded"], 1, 0)


def in_order(events):
    return events


def backwards(events):
    return events[::-1]


def each_twice(events):
    return [event for event in events for _ in range(2)]


def last_one_only(events):
    return events[-1:]


def intent_only(events):
    return [event for event in events if json.loads(event[0])["type"] == "payment_intent.succeeded"]


@pytest.mark.parametrize("order", [in_order, backwards, each_twice, last_one_only, intent_only])
def test_any_order_ends_in_the_same_state(receiver, escrow, client_person, payer_browser, order):
    events = paid_events(receiver, escrow, client_person, payer_browser)
    for body, signature in order(events):
        assert deliver(body, signature) == 200
        run_jobs("payments.process_event")
    assert outcome(escrow) == ONCE_PAID


def test_an_event_that_comes_before_our_own_answer_is_understood(
    sandbox, receiver, escrow, client_person, payer_browser
):
    sandbox.control("faults", kind="drop_answer", path="/v1/checkout/sessions")
    with pytest.raises(ProcessorUnavailable):
        checkout(escrow, client_person)
    session = sandbox.client().v1.checkout.sessions.list({}).data[0]
    payer_browser.pay(session.url)
    receiver.wait_for(5)
    for body, signature in receiver.received:
        deliver(body, signature)
    run_jobs("payments.process_event")
    assert outcome(escrow) == ONCE_PAID
    assert escrow.charges.get().session_id == session.id


def test_a_forged_message_is_refused_and_not_kept(
    sandbox, receiver, escrow, client_person, payer_browser
):
    body, signature = paid_events(receiver, escrow, client_person, payer_browser)[-1]
    assert deliver(body + b" ", signature) == 400
    assert deliver(body, "t=1,v1=00") == 400
    assert deliver(body, "") == 400
    assert (StripeEvent.objects.count(), books(escrow)) == (0, {})


def test_both_secrets_are_good_while_one_replaces_the_other(
    receiver, escrow, client_person, payer_browser, settings
):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_next", *settings.STRIPE_WEBHOOK_SECRETS]
    body, signature = paid_events(receiver, escrow, client_person, payer_browser)[-1]
    assert deliver(body, signature) == 200


def test_a_repeated_message_is_kept_once(receiver, escrow, client_person, payer_browser):
    body, signature = paid_events(receiver, escrow, client_person, payer_browser)[-1]
    assert [deliver(body, signature) for _ in range(3)] == [200, 200, 200]
    assert StripeEvent.objects.count() == 1


def test_a_decline_is_told_by_the_message_alone(receiver, escrow, client_person, payer_browser):
    payer_browser.pay(checkout(escrow, client_person), DECLINED)
    receiver.wait_for(3)
    for body, signature in receiver.received:
        deliver(body, signature)
    run_jobs("payments.process_event")
    assert escrow.charges.get().problem == "Your card was declined."
    assert books(escrow) == {}


def test_thin_messages_tell_that_a_payee_is_ready(receiver, freelancer_person, payer_browser):
    url = start_onboarding(
        user=freelancer_person, return_url=RETURN, refresh_url=RETURN, country="US"
    )
    assert Payee.objects.get().state == "incomplete"
    payer_browser.post(
        url, legal_name="Fay Lancer", country="DE", payout_account="DE89370400440532013000"
    )
    receiver.wait_for(5)
    for body, signature in receiver.received:
        assert deliver(body, signature) == 200
    run_jobs("payments.process_event")
    assert Payee.objects.get().state == "ready"


def test_what_is_not_ours_is_let_go(sandbox, receiver):
    sandbox.client().v1.customers.create({"name": "Somebody else"})
    sandbox.client().v1.checkout.sessions.create(FOREIGN_SESSION)
    sandbox.client().v1.payment_intents.create(FOREIGN_INTENT)
    receiver.wait_for(2)
    for body, signature in receiver.received:
        assert deliver(body, signature) == 200
    run_jobs("payments.process_event")
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}
    assert Transfer.objects.count() == 0


FOREIGN_INTENT = {
    "amount": 5_000,
    "currency": "usd",
    "confirm": True,
    "payment_method": "pm_card_visa",
    "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
}
FOREIGN_SESSION = {
    "mode": "payment",
    "success_url": RETURN,
    "line_items": [
        {
            "quantity": 1,
            "price_data": {
                "currency": "usd", "unit_amount": 100, "product_data": {"name": "Else"},
            },
        }
    ],
}  # fmt: skip


def test_a_message_waits_while_the_processor_is_away(
    sandbox, receiver, escrow, client_person, payer_browser
):
    body, signature = paid_events(receiver, escrow, client_person, payer_browser)[-1]
    sandbox.control("faults", kind="fail", method="GET", path="/v1/checkout/sessions/*")
    deliver(body, signature)
    with pytest.raises(ProcessorUnavailable):
        run_jobs("payments.process_event")
    assert (StripeEvent.objects.get().state, books(escrow)) == ("received", {})
    run_jobs("payments.process_event")
    assert (StripeEvent.objects.get().state, outcome(escrow)) == ("done", ONCE_PAID)


def test_a_payment_of_another_amount_goes_back_by_the_message_alone(
    sandbox, receiver, escrow, client_person, payer_browser
):
    url = checkout(escrow, client_person)
    escrow.charges.update(amount=100)
    payer_browser.pay(url)
    receiver.wait_for(5)
    deliver(*receiver.received[-1])
    run_jobs("payments.process_event", "payments.perform_operation")
    assert (StripeEvent.objects.get().state, escrow.charges.get().state) == ("done", "mismatched")
    assert [refund.amount for refund in sandbox.client().v1.refunds.list({}).data] == [420_000]
    assert "held" not in books(escrow)


def test_a_refund_made_by_hand_at_the_processor_waits_for_staff(
    sandbox, receiver, escrow, client_person, payer_browser
):
    for body, signature in paid_events(receiver, escrow, client_person, payer_browser):
        deliver(body, signature)
    run_jobs("payments.process_event")
    seen = len(receiver.received)
    charge = escrow.charges.get()
    sandbox.client().v1.refunds.create({"payment_intent": charge.payment_intent_id})
    receiver.wait_for(seen + 1)
    for body, signature in receiver.received[seen:]:
        deliver(body, signature)
    run_jobs("payments.process_event")
    parked = StripeEvent.objects.filter(state="parked", type="refund.created").get()
    assert parked.problem == "4,200.00 USD or a part was refunded by hand at the processor."
    assert outcome(escrow) == ONCE_PAID


@pytest.mark.parametrize("order", [in_order, backwards, each_twice, last_one_only])
def test_a_saved_method_is_kept_once_in_any_order(
    receiver, organisation, client_person, payer_browser, order
):
    payer_browser.pay(setup_page(organisation, client_person))
    receiver.wait_for(4)
    for body, signature in order(receiver.received):
        deliver(body, signature)
        run_jobs("payments.process_event")
    assert (MethodSetup.objects.get().state, str(PaymentMethod.objects.get())) == (
        "saved", "Visa •• 4242",
    )  # fmt: skip
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}


def test_a_saved_method_is_known_before_our_own_answer(
    sandbox, receiver, organisation, client_person, payer_browser
):
    sandbox.control("faults", kind="drop_answer", path="/v1/checkout/sessions")
    with pytest.raises(ProcessorUnavailable):
        setup_page(organisation, client_person)
    session = sandbox.client().v1.checkout.sessions.list({}).data[0]
    payer_browser.pay(session.url)
    receiver.wait_for(4)
    for body, signature in receiver.received:
        deliver(body, signature)
    run_jobs("payments.process_event")
    assert (MethodSetup.objects.get().session_id, PaymentMethod.objects.count()) == (session.id, 1)


def test_a_method_that_was_let_go_by_hand_is_told_by_a_message(
    sandbox, receiver, organisation, client_person, payer_browser
):
    method = save_method(organisation, client_person, payer_browser)
    sandbox.client().v1.payment_methods.detach(method.processor_id)
    wait_for(lambda: receiver.types()[-1:] == ["payment_method.detached"])
    deliver(*receiver.received[-1])
    run_jobs("payments.process_event")
    method.refresh_from_db()
    assert method.state == "removed"
