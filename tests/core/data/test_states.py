"""The state table, shown on a noun that lives only in this test."""

import pytest
from django.db import DatabaseError, connection, transaction

from marketplace.core.data import actors
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove, NotLocked
from marketplace.core.data.events import events_of
from marketplace.core.data.locks import lock
from marketplace.core.data.models import Event
from marketplace.core.data.states import Move, StateTable
from payments.webhooks.models import StripeEvent

pytestmark = pytest.mark.django_db

# A stored webhook lends its row: unopened it is "received", and opened it is "done".
LETTER = StateTable(
    "letter",
    [
        Move(verb="opened", sources=("received",), target="done", actors=("client",)),
        Move(verb="sealed", sources=("done",), target="received", actors=("client", "system")),
    ],
)
READER = actors.Actor(None, "client")


@pytest.fixture
def letter():
    return StripeEvent.objects.create(event_id="evt_1", type="letter", is_thin=True, payload={})


def test_a_legal_move_changes_the_state_and_writes_one_event(letter):
    event = LETTER.move(letter, "opened", actor=READER, why="warm outside")
    letter.refresh_from_db()
    assert letter.state == "done"
    assert (event.verb, event.from_state, event.to_state, event.why) == (
        "letter.opened",
        "received",
        "done",
        "warm outside",
    )
    assert [row.public_id for row in events_of(letter)] == [event.public_id]


def test_an_illegal_move_changes_nothing(letter):
    with pytest.raises(IllegalMove) as refusal:
        LETTER.move(letter, "sealed", actor=actors.SYSTEM)
    assert refusal.value.sentence == "This letter is “received”, so it cannot be sealed now."
    assert (StripeEvent.objects.get().state, Event.objects.count()) == ("received", 0)


def test_an_actor_who_may_not_changes_nothing(letter):
    with pytest.raises(ActorNotAllowed):
        LETTER.move(letter, "opened", actor=actors.SYSTEM)
    assert (StripeEvent.objects.get().state, Event.objects.count()) == ("received", 0)


def test_the_state_is_read_afresh_under_the_lock(letter):
    stale = StripeEvent.objects.get()
    LETTER.move(letter, "opened", actor=READER)
    with pytest.raises(IllegalMove):
        LETTER.move(stale, "opened", actor=READER)


def test_a_move_under_the_callers_lock_writes_the_row_and_the_event(
    letter, django_assert_num_queries
):
    lock(letter)
    with django_assert_num_queries(2):
        LETTER.move(letter, "opened", actor=READER, is_locked=True)
    assert (StripeEvent.objects.get().state, Event.objects.count()) == ("done", 1)


def test_a_move_by_a_caller_who_holds_no_lock_is_lost_loudly(letter):
    stale = StripeEvent.objects.get()
    LETTER.move(letter, "opened", actor=READER)
    with pytest.raises(NotLocked), transaction.atomic():
        LETTER.move(stale, "opened", actor=READER, is_locked=True)
    assert (stale.state, Event.objects.count()) == ("received", 1)


def test_many_rows_make_one_move_in_two_statements(letter, django_assert_num_queries):
    other = StripeEvent.objects.create(event_id="evt_2", type="letter", is_thin=True, payload={})
    with django_assert_num_queries(2):
        LETTER.move_all([letter, other], "opened", actor=READER)
    assert list(StripeEvent.objects.values_list("state", flat=True)) == ["done", "done"]
    assert Event.objects.count() == 2


def test_many_rows_of_which_one_is_no_longer_as_we_know_it_are_not_moved(letter):
    stale = StripeEvent.objects.get()
    LETTER.move(letter, "opened", actor=READER)
    other = StripeEvent.objects.create(event_id="evt_2", type="letter", is_thin=True, payload={})
    with pytest.raises(NotLocked), transaction.atomic():
        LETTER.move_all([stale, other], "opened", actor=READER)
    assert StripeEvent.objects.get(pk=other.pk).state == "received"


@pytest.mark.parametrize("deed", ["UPDATE core_event SET why = 'x'", "DELETE FROM core_event"])
def test_the_event_log_cannot_be_rewritten(letter, deed):
    LETTER.move(letter, "opened", actor=READER)
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        connection.cursor().execute(deed)
    assert Event.objects.get().why == ""
