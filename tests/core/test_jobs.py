"""The outbox: a promise survives a broker that is away and a worker that dies."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from marketplace.celery import app
from marketplace.core import jobs
from marketplace.core.models import IdempotencyRecord, OutboxMessage
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
def test_a_message_is_sent_only_after_the_transaction_committed(sent):
    with transaction.atomic():
        message = jobs.enqueue("tests.note", number=7)
        assert sent == []
    assert sent == [("tests.note", {"message_id": str(message.pk), "number": 7})]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_transaction_promises_nothing(sent):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        jobs.enqueue("tests.note", number=7)
        raise ZeroDivisionError
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
def test_the_sweep_sends_again_what_is_not_done_in_time_and_later_each_time(sent):
    jobs.enqueue("tests.note", number=7)
    assert jobs.sweep() == 0
    with time_machine.travel(timezone.now() + timedelta(seconds=31), tick=False):
        assert (jobs.sweep(), len(sent)) == (1, 2)
        assert jobs.sweep() == 0


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_away_fails_no_request(monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(app, "send_task", refuse)
    jobs.enqueue("tests.note", number=7)
    assert OutboxMessage.objects.filter(done_at=None).count() == 1


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
