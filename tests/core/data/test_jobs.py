"""The outbox: a promise survives a broker that is away and a worker that dies."""

import threading
import time
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from marketplace.celery import app
from marketplace.core.data import jobs, outbox
from marketplace.core.data.models import IdempotencyRecord, OutboxMessage
from marketplace.core.data.relay import Relay
from marketplace.core.tasks import prune

done: list[int] = []


@jobs.job("tests.note")
def note(*, number: int) -> None:
    if number < 0:
        raise RuntimeError("no such number")
    done.append(number)


@pytest.fixture
def sent(monkeypatch):
    """What would be handed to the broker, which lies outside the process."""
    messages: list[tuple[str, dict]] = []
    monkeypatch.setattr(app, "send_task", lambda name, kwargs: messages.append((name, kwargs)))
    done.clear()
    return messages


@pytest.mark.django_db(transaction=True)
def test_a_message_is_sent_by_the_relay_and_by_no_request(sent):
    with transaction.atomic():
        message = jobs.enqueue("tests.note", number=7)
    assert sent == []
    assert outbox.sweep() == 1
    assert sent == [("tests.note", {"message_id": str(message.pk), "number": 7})]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_transaction_promises_nothing(sent):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        jobs.enqueue("tests.note", number=7)
        raise ZeroDivisionError
    outbox.sweep()
    assert (sent, OutboxMessage.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_a_done_message_does_nothing_the_second_time(sent):
    message = jobs.enqueue("tests.note", number=7)
    for _ in range(2):
        note(message_id=str(message.pk), number=7)
    message.refresh_from_db()
    assert done == [7]
    assert message.done_at is not None


@pytest.mark.django_db
def test_a_failed_job_keeps_its_error_and_stays_promised(sent):
    message = jobs.enqueue("tests.note", number=-1)
    with pytest.raises(RuntimeError):
        note(message_id=str(message.pk), number=-1)
    message.refresh_from_db()
    assert (message.done_at, message.last_error) == (None, "RuntimeError: no such number")


@pytest.mark.django_db(transaction=True)
def test_what_is_not_done_in_time_is_sent_again_and_later_each_time(sent):
    jobs.enqueue("tests.note", number=7)
    now = timezone.now()
    swept = []
    for seconds in (1, 2, 32, 62, 93):
        with time_machine.travel(now + timedelta(seconds=seconds), tick=False):
            swept.append(outbox.sweep())
    assert swept == [1, 0, 1, 0, 1]
    assert len(sent) == 3


@pytest.mark.django_db(transaction=True)
def test_a_promise_for_later_waits(sent):
    jobs.enqueue("tests.note", due_at=timezone.now() + timedelta(minutes=5), number=7)
    assert outbox.sweep() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        assert outbox.sweep() == 1


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_away_delays_what_is_due_and_loses_nothing(monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(app, "send_task", refuse)
    jobs.enqueue("tests.note", number=7)
    assert outbox.sweep() == 1
    message = OutboxMessage.objects.get(done_at=None)
    assert (message.attempts, message.due_at > timezone.now()) == (1, True)


@pytest.mark.django_db(transaction=True)
def test_two_workers_carry_each_message_once(sent):
    for number in range(50):
        jobs.enqueue("tests.note", number=number)

    def carry() -> None:
        outbox.sweep()
        connection.close()

    threads = [threading.Thread(target=carry) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(kwargs["number"] for _, kwargs in sent) == list(range(50))


@pytest.mark.django_db(transaction=True)
def test_the_relay_of_a_worker_carries_promises_until_it_is_stopped(sent):
    relay = Relay(worker=None)
    relay.start(None)
    jobs.enqueue("tests.note", number=7)
    deadline = time.monotonic() + 10
    while not sent and time.monotonic() < deadline:
        time.sleep(0.05)
    relay.stop(None)
    relay.thread.join(timeout=5)
    assert ([kwargs["number"] for _, kwargs in sent], relay.thread.is_alive()) == ([7], False)


@pytest.mark.django_db
def test_what_is_done_is_forgotten_in_time_and_what_is_promised_never(sent, stranger):
    now = timezone.now()
    old = {"created_at": now - timedelta(days=40), "due_at": now - timedelta(days=40)}
    promised = OutboxMessage.objects.create(name="tests.note", **old)
    OutboxMessage.objects.create(name="tests.note", done_at=now - timedelta(days=31), **old)
    lately = OutboxMessage.objects.create(name="tests.note", done_at=now - timedelta(days=29))
    for key, hours in (("old", 25), ("new", 23)):
        at = now - timedelta(hours=hours)
        IdempotencyRecord.objects.create(user=stranger, key=key, created_at=at, claimed_at=at)
    Session.objects.create(session_key="over", expire_date=now - timedelta(hours=1))
    prune()
    assert set(OutboxMessage.objects.all()) == {promised, lately}
    assert list(IdempotencyRecord.objects.values_list("key", flat=True)) == ["new"]
    assert not Session.objects.filter(session_key="over").exists()
