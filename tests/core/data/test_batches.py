"""Events and promises of one act: one statement for each kind, all of them or none."""

import pytest

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.batches import batched
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event, OutboxMessage

pytestmark = pytest.mark.django_db


def promised() -> list[int]:
    return [message.ids["number"] for message in OutboxMessage.objects.order_by("created_at")]


def test_what_is_recorded_and_promised_in_a_block_is_two_statements(
    organisation, django_assert_num_queries
):
    with django_assert_num_queries(2), batched():
        enqueue("tests.note", number=1)
        record("door.opened", subject=organisation, actor=SYSTEM)
        with batched():
            enqueue("tests.note", number=2)
            record("door.closed", subject=organisation, actor=SYSTEM)
        enqueue("tests.note", number=3)
    assert promised() == [1, 2, 3]
    verbs = Event.objects.filter(verb__startswith="door.").order_by("id")
    assert list(verbs.values_list("verb", flat=True)) == ["door.opened", "door.closed"]


def test_a_block_that_raises_writes_nothing():
    with pytest.raises(ZeroDivisionError), batched():
        enqueue("tests.note", number=1)
        raise ZeroDivisionError
    enqueue("tests.note", number=2)
    assert promised() == [2]


def test_an_event_reads_as_it_was_written(organisation):
    with batched():
        event = record("door.opened", subject=organisation, actor=SYSTEM, particulars={"a": [1]})
    written = Event.objects.get(public_id=event.public_id)
    assert (written.at, written.particulars, written.actor) == (event.at, {"a": [1]}, None)
