"""What no webhook brought is found in the processor's lists of events, and taken over once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from payments.payouts.models.payees import Payee
from payments.payouts.services.payees import start_onboarding
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.models import EventCursor, StripeEvent
from payments.webhooks.services.events import receive_event
from payments.webhooks.services.polls import poll_events
from tests.jobs import run_jobs
from tests.payments.faults.outcomes import HELD, outcome_of
from tests.payments.flows import RETURN
from tests.payments.messages import told

pytestmark = [pytest.mark.django_db]


def poll() -> int:
    return poll_events(gateway=gateway_for_worker())


def kinds() -> list[str]:
    return sorted(StripeEvent.objects.values_list("type", flat=True))


def test_a_payment_that_no_webhook_told_of_is_found(scene):
    scene.paid()
    assert poll() == len(kinds()) > 0
    assert scene.escrow.charges.get().state == "open"
    run_jobs()
    assert outcome_of(scene.escrow, scene.sandbox) == HELD
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}


def test_what_is_known_is_not_stored_again_by_a_poll_or_a_late_webhook(scene):
    scene.paid()
    poll()
    run_jobs()
    before = kinds()
    for body, signature in told(scene.sandbox, "payment_intent.*", "checkout.session.*"):
        receive_event(body=body.encode(), signature=signature)
    assert (poll(), kinds()) == (0, before)
    run_jobs()
    assert outcome_of(scene.escrow, scene.sandbox) == HELD


def test_a_thin_event_is_found_as_well(sandbox, freelancer_person, payer_browser):
    url = start_onboarding(
        user=freelancer_person, return_url=RETURN, refresh_url=RETURN, country="US"
    )
    payer_browser.post(
        url, legal_name="Fay Lancer", country="DE", payout_account="DE89370400440532013000"
    )
    assert Payee.objects.get().state == "incomplete"
    poll()
    run_jobs("payments.process_event")
    assert Payee.objects.get().state == "ready"
    assert set(StripeEvent.objects.values_list("is_thin", flat=True)) == {True}


def test_what_happened_before_the_newest_hundred_is_found(scene):
    scene.paid()
    for number in range(101):
        scene.sandbox.client().v1.customers.create({"name": f"Somebody {number}"})
    poll()
    assert "checkout.session.completed" in kinds()
    assert "customer.created" not in kinds()


def test_an_event_that_was_listed_late_is_found(scene):
    half_an_hour_on = timezone.now() + timedelta(minutes=30)
    EventCursor.objects.create(stream="snapshot", seen_until=half_an_hour_on)
    scene.paid()
    assert poll() > 0
    assert EventCursor.objects.get(stream="snapshot").seen_until == half_an_hour_on


def test_a_list_is_read_again_after_the_processor_was_away(scene):
    half_an_hour_ago = timezone.now() - timedelta(minutes=30)
    EventCursor.objects.create(stream="snapshot", seen_until=half_an_hour_ago)
    scene.paid()
    scene.sandbox.control("faults", kind="fail", method="GET", path="/v1/events", status=503)
    with pytest.raises(ProcessorUnavailable):
        poll()
    cursor = EventCursor.objects.get()
    assert (cursor.seen_until, cursor.polled_at, kinds()) == (half_an_hour_ago, None, [])
    assert poll() > 0
    cursor.refresh_from_db()
    assert cursor.seen_until > half_an_hour_ago
