"""Messages about card disputes, doubled, shuffled and late: the same end every time."""

import random

import pytest

from payments.card_disputes.models import CardDispute
from payments.ledger.models import Transfer
from payments.webhooks.models import StripeEvent
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.flows import checkout
from tests.payments.sandbox_disputes import books_agree
from tests.payments.webhooks.test_webhooks import deliver

pytestmark = [pytest.mark.django_db]


def in_order(events):
    return events


def backwards(events):
    return events[::-1]


def shuffled_and_doubled(events):
    many = [event for event in events for _ in range(3)]
    random.Random(7).shuffle(many)
    return many


def last_one_only(events):
    return events[-1:]


@pytest.mark.parametrize("order", [in_order, backwards, shuffled_and_doubled, last_one_only])
@pytest.mark.parametrize(
    ("outcome", "state", "left"), [("won", "held", 420_000), ("lost", "refunded", None)]
)
def test_any_order_ends_in_the_same_state(
    sandbox, receiver, escrow, client_person, payer_browser, order, outcome, state, left
):
    payer_browser.pay(checkout(escrow, client_person), "4000 0000 0000 2685")
    sandbox.control("clock/advance", seconds=60)
    [found] = sandbox.client().v1.disputes.list({}).data
    sandbox.control("disputes/end", dispute=found.id, outcome=outcome)
    receiver.wait_for(9 if outcome == "won" else 8)
    for body, signature in order(receiver.received):
        assert deliver(body, signature) == 200
        run_jobs("payments.process_event")
    escrow.refresh_from_db()
    assert (escrow.state, books(escrow).get("held")) == (state, left)
    assert CardDispute.objects.get().state == outcome
    assert Transfer.objects.filter(code="dispute_withdrawn").count() == 1
    assert not StripeEvent.objects.filter(state="parked").exists()
    assert books_agree()
