"""What fits nothing is set aside, tried again ever later, and told to staff once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import moderator as staff
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.models import Event
from payments.charges.models import Charge
from payments.staff.services.alarms import raise_alarms
from payments.webhooks.models import StripeEvent
from payments.webhooks.services.events import (
    UNMATCHED,
    process_event,
    receive_event,
    retry_event,
    retry_parked_events,
)
from tests.jobs import run_jobs
from tests.payments.faults.outcomes import HELD, outcome_of
from tests.payments.messages import told

pytestmark = [pytest.mark.django_db]

MINUTE, LOST = timedelta(minutes=1), {"session_id": "", "payment_intent_id": "", "charge_id": ""}


@pytest.fixture
def lost(scene) -> Charge:
    """Paid, and our row is gone, as after a backup was restored that is older than it."""
    scene.paid()
    charge = Charge.objects.get()
    Charge.objects.update(public_id=new_id(), **LOST)
    return charge


def arrive(scene, *types: str) -> None:
    for body, signature in told(scene.sandbox, *types):
        receive_event(body=body.encode(), signature=signature)
    run_jobs("payments.process_event")


def later(time_machine, **span: int) -> None:
    time_machine.move_to(timezone.now() + timedelta(**span))


def alarms() -> list[tuple[str, str]]:
    return [
        (str(user), notice.subject)
        for event in Event.objects.filter(verb="stripe_event.stuck")
        for user, notice in notices_of(event)
    ]


def test_what_carries_our_marks_and_fits_nothing_is_set_aside(scene, lost):
    arrive(scene, "checkout.session.completed")
    parked = StripeEvent.objects.get()
    assert (parked.state, parked.problem, parked.attempts) == ("parked", UNMATCHED, 1)
    scene.escrow.refresh_from_db()
    assert scene.escrow.state == "awaiting_funds"


def test_it_is_tried_again_ever_later(scene, lost, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    arrive(scene, "checkout.session.completed")
    waits = []
    for _ in range(4):
        parked = StripeEvent.objects.get()
        waits.append(parked.next_try_at - timezone.now())
        assert retry_parked_events() == 0
        time_machine.move_to(parked.next_try_at, tick=False)
        assert (retry_parked_events(), retry_parked_events()) == (1, 1)
        run_jobs("payments.process_event")
    assert waits == [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE]
    assert Event.objects.filter(verb="stripe_event.parked").count() == 1


def test_it_is_settled_by_itself_when_what_it_lacked_has_come(scene, lost, time_machine):
    arrive(scene)
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"parked", "done"}
    lost.save()
    later(time_machine, minutes=2)
    retry_parked_events()
    run_jobs()
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}
    assert outcome_of(scene.escrow, scene.sandbox) == HELD


def test_after_a_month_only_a_person_can_settle_it(scene, lost, time_machine):
    arrive(scene, "checkout.session.completed")
    later(time_machine, days=31)
    retry_parked_events()
    run_jobs("payments.process_event")
    assert StripeEvent.objects.get().next_try_at is None
    assert retry_parked_events() == 0


def test_staff_are_told_once_however_many_there_are_and_whatever_is_tried(
    scene, lost, time_machine, moderator
):
    arrive(scene)
    parked = StripeEvent.objects.filter(state="parked")
    assert (raise_alarms(), alarms()) == (0, [])
    later(time_machine, minutes=6)
    assert raise_alarms() == parked.count() > 1
    heard = f"{parked.count()} messages of the payment processor could not be processed"
    assert alarms() == [("Mo Moderator", heard)]
    retry_event(event=parked.first(), by=staff(moderator), why="Looked at it.")
    run_jobs("payments.process_event")
    later(time_machine, hours=3)
    assert (raise_alarms(), len(alarms())) == (0, 1)


def test_what_is_not_ours_alarms_nobody(sandbox, time_machine):
    sandbox.client().v1.payment_intents.create(
        {"amount": 5_000, "currency": "usd", "confirm": True, "payment_method": "pm_card_visa"}
    )
    for body, signature in told(sandbox):
        receive_event(body=body.encode(), signature=signature)
    run_jobs("payments.process_event")
    later(time_machine, hours=1)
    assert (raise_alarms(), set(StripeEvent.objects.values_list("state", flat=True))) == (
        0, {"done"},
    )  # fmt: skip


def test_a_done_message_stays_done(scene):
    scene.held()
    arrive(scene, "checkout.session.completed")
    stored = StripeEvent.objects.get()
    Charge.objects.update(public_id=new_id(), **LOST)
    process_event(event_id=stored.pk)
    stored.refresh_from_db()
    assert (stored.state, stored.problem) == ("done", "")
