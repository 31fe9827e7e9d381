"""Our own money between the processor and our bank: each line one movement, whoever brings it."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
import stripe

from accounts.notices.registry import notices_of
from marketplace.core.data.models import Event
from payments.ledger.models import Transfer
from payments.payouts.queries.stops import are_payouts_stopped
from payments.reconciliation.models.reconciliations import ReconciliationCase
from payments.reconciliation.services.comparison import reconcile
from payments.reconciliation.services.platform_funds import platform_funds
from payments.stripe.balance import BalanceCalls
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.models import StripeEvent
from payments.webhooks.services.events import receive_event
from payments.webhooks.services.polls import poll_events
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import fund
from tests.payments.messages import told

pytestmark = [pytest.mark.django_db]

OWN = ("payout.*", "topup.*")
# A charge of 4,200.00: the processor keeps 121.80 + 0.30.
NET = 407_790


@pytest.fixture
def paid(sandbox, escrow, client_person, payer_browser):
    fund(escrow, client_person, payer_browser)
    sandbox.control("clock/advance", days=3)
    return escrow


@pytest.fixture
def processor(sandbox) -> stripe.StripeClient:
    return sandbox.client()


def hear(sandbox, *, copies: int = 1, shuffle: bool = False) -> None:
    """Every message about our own funds so far, and the jobs they promise."""
    messages = told(sandbox, *OWN) * copies
    if shuffle:
        random.Random(7).shuffle(messages)
    for body, signature in messages:
        receive_event(body=body.encode(), signature=signature)
    run_jobs("payments.process_event")


def posted() -> list[tuple[str, int]]:
    rows = Transfer.objects.filter(entries__account__kind="processor_balance").order_by("id")
    return [
        (code, -minor)
        for code, minor in rows.values_list("code", "entries__amount")
        .filter(entries__account__kind="processor_balance")
        .exclude(code="charge_settled")
    ]


def compared() -> list[tuple[str, str]]:
    """State of a new comparison, with every case that is open."""
    run = reconcile(gateway=gateway_for_worker(), is_full=True)
    cases = ReconciliationCase.objects.filter(state="open").values_list("kind", "reference")
    return [(run.state, ""), *cases]


def headlines() -> list[str]:
    events = Event.objects.filter(verb__startswith="platform_balance.").order_by("id")
    return [notice.subject for event in events for _, notice in notices_of(event)]


def test_a_payout_to_our_bank_is_one_movement_however_often_it_is_told(
    paid, sandbox, processor, moderator
):
    processor.v1.payouts.create({"amount": 7_790, "currency": "usd"})
    sandbox.control("clock/advance", days=3)
    hear(sandbox, copies=3, shuffle=True)
    assert posted() == [("platform_paid_out", -7_790)]
    assert books(paid)["platform_bank"] == -7_790
    assert books(paid)["processor_balance"] == 7_790 - NET
    assert compared() == [("agreed", "")]
    assert posted() == [("platform_paid_out", -7_790)]
    assert headlines() == ["77.90 USD went from our balance at the processor to our bank"]
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.parametrize("end", ["failed", "canceled"])
def test_what_our_bank_did_not_take_is_at_the_processor_again(paid, sandbox, processor, end):
    payout = processor.v1.payouts.create({"amount": 7_790, "currency": "usd"})
    hear(sandbox)
    if end == "failed":
        sandbox.control("payouts", payout=payout.id, outcome="failed")
    else:
        processor.v1.payouts.cancel(payout.id)
    hear(sandbox, shuffle=True)
    assert posted() == [("platform_paid_out", -7_790), ("platform_payout_returned", 7_790)]
    assert "platform_bank" not in books(paid)
    assert compared() == [("agreed", "")]


def test_a_top_up_counts_once_it_is_there_and_may_be_taken_back(paid, sandbox, processor):
    topup = processor.v1.topups.create({"amount": 50_000, "currency": "usd"})
    hear(sandbox)
    assert posted() == []
    sandbox.control("clock/advance", days=1)
    hear(sandbox, copies=2)
    assert posted() == [("topped_up", 50_000)]
    assert compared() == [("agreed", "")]
    sandbox.control("topups", topup=topup.id, outcome="reversed")
    hear(sandbox)
    assert posted() == [("topped_up", 50_000), ("top_up_reversed", -50_000)]
    assert (compared(), trial_balance()) == ([("agreed", "")], 0)


def test_a_refused_top_up_moves_nothing(paid, sandbox, processor):
    topup = processor.v1.topups.create({"amount": 50_000, "currency": "usd"})
    sandbox.control("topups", topup=topup.id, outcome="failed")
    hear(sandbox)
    assert (posted(), compared()) == ([], [("agreed", "")])


def test_what_no_message_brought_is_posted_by_the_comparison(paid, sandbox, processor):
    processor.v1.payouts.create({"amount": 7_790, "currency": "usd"})
    processor.v1.topups.create({"amount": 50_000, "currency": "usd"})
    sandbox.control("fees", amount=200, currency="usd")
    sandbox.control("fees", amount=-50, currency="usd")
    sandbox.control("clock/advance", days=1)
    assert compared() == [("agreed", "")]
    assert sorted(posted()) == [
        ("platform_paid_out", -7_790),
        ("processor_charged", -200),
        ("processor_credited", 50),
        ("topped_up", 50_000),
    ]
    assert not are_payouts_stopped()
    hear(sandbox)
    assert len(posted()) == 4


def test_the_hourly_poll_finds_it_too(paid, sandbox, processor):
    processor.v1.payouts.create({"amount": 7_790, "currency": "usd"})
    poll_events(gateway=gateway_for_worker())
    run_jobs("payments.process_event")
    assert posted() == [("platform_paid_out", -7_790)]


def test_staff_hear_when_others_money_went_to_our_bank(
    paid, sandbox, processor, moderator, browser_of
):
    processor.v1.topups.create({"amount": 20_000, "currency": "usd"})
    sandbox.control("clock/advance", days=1)
    hear(sandbox)
    # 4,200.00 are held; 4,077.90 of them arrived, and 200.00 are our own float.
    assert platform_funds("USD") == 20_000 - 420_000 + NET
    assert browser_of(moderator).get("/staff/ledger/").context["own"] == {
        "USD": platform_funds("USD")
    }
    processor.v1.payouts.create({"amount": 10_000, "currency": "usd"})
    hear(sandbox)
    bodies = [
        notice.text
        for event in Event.objects.filter(verb__startswith="platform_balance.").order_by("id")
        for _, notice in notices_of(event)
    ]
    assert "77.90 USD of the balance is our own" in bodies[0]
    assert "22.10 USD of what we hold for others is missing now" in bodies[1]


def test_a_line_of_the_wrong_sign_is_left_to_staff(paid, monkeypatch):
    changes = list(gateway_for_worker().balance_changes(None))
    facts = {"id": "txn_odd", "kind": "payout", "net": 5, "at": changes[0].at - timedelta(hours=2)}
    odd = replace(changes[0], **facts)
    monkeypatch.setattr(BalanceCalls, "balance_changes", lambda self, since: [odd, *changes])
    assert ("missing_here", "txn_odd") in compared()
    assert posted() == []
