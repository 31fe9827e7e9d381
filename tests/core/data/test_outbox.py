"""The queue is short, what waits in it is not sent again, and what it loses is."""

from datetime import timedelta

import pytest
import redis
from django.conf import settings
from django.utils import timezone

from marketplace.celery import app
from marketplace.core.data import jobs, outbox
from marketplace.core.data.models import OutboxMessage
from tests.jobs import work_off

pytestmark = pytest.mark.django_db(transaction=True)
QUEUE = "holdout:celery"
done: list[int] = []


@jobs.job("tests.count")
def count(*, number: int) -> None:
    done.append(number)


@pytest.fixture(autouse=True)
def store():
    done.clear()
    store = redis.Redis.from_url(settings.REDIS_URL)
    store.flushdb()
    yield store
    store.flushdb()


@pytest.fixture
def later(time_machine):
    """A clock that stands still until it is told how many seconds have passed."""
    time_machine.move_to(timezone.now(), tick=False)
    return lambda seconds: time_machine.shift(timedelta(seconds=seconds))


def promise(messages: int) -> None:
    rows = [OutboxMessage(name="tests.count", ids={"number": each}) for each in range(messages)]
    OutboxMessage.objects.bulk_create(rows)


def test_what_still_waits_is_not_sent_again_however_long(store, later):
    promise(3)
    assert outbox.sweep() == 3
    for _ in range(20):
        later(10)
        assert outbox.sweep() == 0
    assert store.llen(QUEUE) == len(work_off()) == 3
    assert sorted(done) == [0, 1, 2]
    assert set(OutboxMessage.objects.values_list("attempts", flat=True)) == {1}


def test_what_was_taken_out_and_not_done_is_sent_again(store, later):
    promise(1)
    outbox.sweep()
    # As late as it may be taken out, it has half of the time to be done.
    later(29)
    outbox.sweep()
    store.rpop(QUEUE)
    sent = []
    for _ in range(4):
        later(9)
        sent.append(outbox.sweep())
    assert sent == [0, 0, 0, 1]


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_however_many_wait_each_is_sent_once(store, later, monkeypatch, many):
    monkeypatch.setattr(outbox, "QUEUE_LENGTH", many // 20)
    promise(many)
    taken: list[str] = []
    while outbox.sweep():
        assert store.llen(QUEUE) <= outbox.QUEUE_LENGTH
        # A slow worker: the last waits for two minutes.
        taken += work_off(at_most=many // 25)
        later(5)
    taken += work_off()
    assert len(taken) == len(set(taken)) == len(done) == len(set(done)) == many
    assert not OutboxMessage.objects.filter(done_at=None).exists()


def test_what_redis_lost_is_sent_again_and_done_once(store, later, monkeypatch):
    monkeypatch.setattr(outbox, "QUEUE_LENGTH", 100)
    promise(outbox.QUEUE_LENGTH + 100)
    assert outbox.sweep() == outbox.QUEUE_LENGTH
    work_off(at_most=50)
    store.flushdb()
    while OutboxMessage.objects.filter(done_at=None).exists():
        later(10)
        outbox.sweep()
        work_off()
    assert sorted(done) == list(range(outbox.QUEUE_LENGTH + 100))


def test_jobs_of_the_schedule_take_room_and_are_no_messages(store):
    app.send_task("tests.count", kwargs={"number": 7})
    promise(outbox.QUEUE_LENGTH)
    assert outbox.sweep() == outbox.QUEUE_LENGTH - 1
    assert outbox.sweep() == 0


def test_while_the_broker_is_away_nothing_is_put_off(monkeypatch):
    monkeypatch.setattr(settings, "REDIS_URL", "redis://127.0.0.1:1/0")
    outbox._broker.cache_clear()
    promise(1)
    with pytest.raises(redis.ConnectionError):
        outbox.sweep()
    outbox._broker.cache_clear()
    message = OutboxMessage.objects.get()
    assert (message.attempts, message.due_at <= timezone.now()) == (0, True)
