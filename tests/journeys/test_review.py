"""After the delivery: changes, silence, and giving the money back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from contracts.units.models.units import Unit
from contracts.units.tasks import approve_silent_milestones
from payments.ledger.queries import trial_balance
from payments.refunds.models import Refund
from tests.journeys import steps
from tests.sandbox import wait_for

pytestmark = pytest.mark.usefixtures("funded")


def first() -> Unit:
    return Unit.objects.order_by("position").first()


def totals() -> dict[str, int]:
    return {line.kind: line.total for line in trial_balance() if line.total}


def test_changes_are_requested_against_a_criterion_and_delivered_again(
    client_at_work, freelancer_at_work, room
):
    steps.deliver(freelancer_at_work, room, "First round.")
    client_at_work.open(room)
    client_at_work.follow("Request changes")
    for position in (1, 2):
        criterion = client_at_work.page.locator(f"#criterion-{position}")
        criterion.get_by_label("Not met", exact=True).check()
        criterion.get_by_role("textbox").fill(
            f"It stops at cell {position + 2}: a file is missing."
        )
    client_at_work.click("Request changes")
    assert first().state == "changes_requested"
    freelancer_at_work.open(room)
    freelancer_at_work.sees("It stops at cell 4")
    steps.deliver(freelancer_at_work, room, "Second round, with the file.")
    steps.approve(client_at_work, room)
    assert (first().state, first().submissions.count()) == ("released", 2)


def test_silence_is_approval_when_the_review_period_ends(client_at_work, freelancer_at_work, room):
    steps.deliver(freelancer_at_work, room, "All of it.")
    with time_machine.travel(timezone.now() + timedelta(days=6, hours=23)):
        approve_silent_milestones()
        assert first().state == "submitted"
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        approve_silent_milestones()
    assert first().state == "released"
    assert totals()["platform_fees"] == 19_200
    freelancer_at_work.open(room)
    freelancer_at_work.sees("Released")


def test_both_agree_to_cancel_and_the_money_goes_back(
    client_at_work, freelancer_at_work, room, processor
):
    client_at_work.open(f"/milestones/{first().public_id}/cancellation/")
    client_at_work.fill_named("why", "The campaign was called off.")
    client_at_work.submit()
    assert first().state == "funded"
    freelancer_at_work.open(f"/milestones/{first().public_id}/")
    freelancer_at_work.follow("Agree")
    freelancer_at_work.submit()
    wait_for(lambda: Refund.objects.filter(state="succeeded").exists(), seconds=30)
    assert first().state == "refunded"
    assert "held" not in totals() and "refund_clearing" not in totals()
    # The processor has those of other journeys as well, the newest first.
    refund, *_ = processor.client().v1.refunds.list().data
    assert refund.amount == 240_000
