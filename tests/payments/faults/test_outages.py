"""The processor is away for an hour, for a day, or slow: nothing is lost and nothing done twice."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.models import Event
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.reconciliation.services.comparison import reconcile
from payments.staff.services.alarms import raise_alarms
from payments.stripe import gateway as stripe_gateway
from payments.stripe.errors import ProcessorUnavailable
from tests.factories.payments import make_escrow
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.faults import acts
from tests.payments.faults.outcomes import HELD, PAID_OUT, outcome_of
from tests.payments.faults.scenes import Scene
from tests.payments.flows import checkout, fund, look_again
from tests.sandbox import free_port, wait_for

pytestmark = [pytest.mark.django_db]

HOUR, PATIENCE = timedelta(hours=1), 8


@pytest.fixture
def is_away(settings):
    """Whether anybody listens at the processor's address."""
    address = settings.STRIPE_API_BASE

    def be(away: bool) -> None:
        settings.STRIPE_API_BASE = f"http://127.0.0.1:{free_port()}" if away else address

    return be


@pytest.fixture
def available(scene) -> Scene:
    scene.available()
    return scene


def let_time_pass(time_machine, span: timedelta, *, every: timedelta) -> None:
    """What beat and a worker do meanwhile."""
    end = timezone.now() + span
    while timezone.now() < end:
        time_machine.move_to(timezone.now() + every)
        sweep_operations()
        run_jobs()
        raise_alarms()


def test_after_an_hour_without_the_processor_the_payout_is_made(
    available, is_away, time_machine, moderator
):
    is_away(True)
    acts.payout(available.escrow)
    let_time_pass(time_machine, HOUR, every=timedelta(minutes=2))
    waiting = Operation.objects.get(verb="send_transfer")
    assert (waiting.state, waiting.attempt, waiting.times_sent) == ("sent", 1, 9)
    assert books(available.escrow)["transfer_clearing"] == 386_400
    alarm = Event.objects.get(verb="operation.stuck")
    assert [str(user) for user, _ in notices_of(alarm)] == ["Mo Moderator"]
    is_away(False)
    let_time_pass(time_machine, HOUR, every=HOUR)
    assert outcome_of(available.escrow, available.sandbox) == PAID_OUT


def test_who_pays_while_it_is_away_is_told_and_pays_later(scene, is_away, time_machine):
    is_away(True)
    with pytest.raises(ProcessorUnavailable):
        checkout(scene.escrow, scene.payer)
    let_time_pass(time_machine, HOUR, every=timedelta(minutes=10))
    is_away(False)
    scene.paid()
    look_again(scene.escrow)
    let_time_pass(time_machine, HOUR, every=HOUR)
    assert outcome_of(scene.escrow, scene.sandbox) == HELD


def test_what_was_done_before_a_day_without_it_is_looked_up_and_not_sent_again(
    available, is_away, time_machine
):
    available.sandbox.control("faults", kind="drop_answer", path="/v1/transfers")
    acts.payout(available.escrow)
    run_jobs()
    is_away(True)
    let_time_pass(time_machine, timedelta(hours=24), every=HOUR)
    is_away(False)
    # It would meet the call, and stays there.
    available.sandbox.control("faults", kind="fail", path="/v1/transfers")
    let_time_pass(time_machine, HOUR, every=HOUR)
    assert [fault["path"] for fault in available.sandbox.read("faults")["faults"]] == [
        "/v1/transfers"
    ]
    assert outcome_of(available.escrow, available.sandbox) == PAID_OUT


@pytest.fixture
def slowness(monkeypatch):
    """Answers come after three seconds; people wait for two, workers for one."""
    monkeypatch.setattr(stripe_gateway, "PATIENCE", 2)
    monkeypatch.setattr(stripe_gateway, "WORKER_TIMEOUT", (5, 1))
    stripe_gateway._worker_gateway.cache_clear()
    yield {"kind": "delay", "path": "/v1/*", "seconds": 3, "times": 1_000}
    stripe_gateway._worker_gateway.cache_clear()


def test_after_ten_slow_minutes_everything_was_done_once(available, slowness, time_machine):
    """Each call does its work, and answers when nobody waits any longer."""
    other = make_escrow(available.escrow.payer, available.escrow.payee, title="Another one")
    available.sandbox.control("faults", **slowness)
    acts.payout(available.escrow)
    started = time.monotonic()
    with pytest.raises(ProcessorUnavailable):
        checkout(other, available.payer)
    assert time.monotonic() - started < 3
    let_time_pass(time_machine, timedelta(minutes=10), every=timedelta(minutes=2))
    waiting = Operation.objects.get(verb="send_transfer")
    assert (waiting.state, waiting.attempt) == ("sent", 1)
    assert waiting.times_sent > 1
    assert books(available.escrow)["transfer_clearing"] == 386_400
    available.sandbox.control("faults/clear")
    wait_for(lambda: len(transfers(available)) == 1, seconds=10)
    # The last call may hold the key a moment longer.
    let_time_pass(time_machine, HOUR, every=timedelta(minutes=20))
    assert len(transfers(available)) == 1
    end = outcome_of(available.escrow, available.sandbox)
    assert (end.escrow, end.books, end.movements) == (
        PAID_OUT.escrow, PAID_OUT.books, PAID_OUT.movements,
    )  # fmt: skip
    fund(other, available.payer, available.browser)
    assert other.state == "held"
    assert reconcile(gateway=stripe_gateway.gateway_for_worker(), is_full=True).state == "agreed"


def test_a_person_waits_eight_seconds_for_all_calls_together(scene):
    """Each of two calls takes five seconds; the processor ends both of them."""
    scene.sandbox.control("faults", kind="delay", path="/v1/*", seconds=5, times=2)
    started = time.monotonic()
    with pytest.raises(ProcessorUnavailable):
        checkout(scene.escrow, scene.payer)
    assert PATIENCE - 1 < time.monotonic() - started < PATIENCE + 1
    wait_for(lambda: made(scene) == 1, seconds=10)
    scene.paid()
    look_again(scene.escrow)
    run_jobs()
    assert outcome_of(scene.escrow, scene.sandbox) == HELD


def transfers(scene: Scene) -> list[object]:
    return list(scene.sandbox.client().v1.transfers.list({}).data)


def made(scene: Scene) -> int:
    return len(scene.sandbox.client().v1.checkout.sessions.list({}).data)
