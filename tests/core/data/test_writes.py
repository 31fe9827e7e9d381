"""Several rows in one round trip: all of them or none."""

import pytest
from django.db import DatabaseError, connection, transaction

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event, OutboxMessage
from marketplace.core.data.writes import answer, insert, together, write

pytestmark = pytest.mark.django_db


def promise(number: int) -> OutboxMessage:
    return OutboxMessage(name="tests.note", ids={"number": number})


def promised() -> list[int]:
    return [message.ids["number"] for message in OutboxMessage.objects.order_by("created_at")]


def test_what_is_written_together_is_one_round_trip(django_assert_num_queries):
    with django_assert_num_queries(1), together():
        insert(promise(1))
        with together():
            insert(promise(2))
        enqueue("tests.note", number=3)
    assert promised() == [1, 2, 3]


def test_an_answer_takes_along_what_was_written_before(django_assert_num_queries):
    with django_assert_num_queries(1), together():
        insert(promise(1))
        assert answer("SELECT count(*) FROM core_outboxmessage", []) == (1,)


def test_a_block_that_raises_writes_nothing():
    with pytest.raises(ZeroDivisionError), together():
        insert(promise(1))
        raise ZeroDivisionError
    insert(promise(2))
    assert promised() == [2]


def test_one_refused_row_refuses_all():
    first = promise(1)
    with pytest.raises(DatabaseError), transaction.atomic(), together():
        insert(first)
        insert(OutboxMessage(id=first.pk, name="tests.note"))
    assert promised() == []


def test_an_inserted_row_reads_as_it_was_written(organisation):
    with together():
        event = record("door.opened", subject=organisation, actor=SYSTEM, particulars={"a": [1]})
    written = Event.objects.get(public_id=event.public_id)
    assert (written.at, written.particulars, written.actor) == (event.at, {"a": [1]}, None)


def test_a_single_write_is_made_at_once():
    write("SELECT set_config(%s, %s, true)", ["holdout.test", "%s; DROP"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('holdout.test')")
        assert cursor.fetchone() == ("%s; DROP",)
