"""The state table, shown on a noun that lives only in this test."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import isolate_apps

from accounts.models import Organisation
from marketplace.core import actors
from marketplace.core.errors import ActorNotAllowed, IllegalMove
from marketplace.core.events import events_of
from marketplace.core.models import Event
from marketplace.core.states import Move, StateTable

pytestmark = pytest.mark.django_db

# An organisation lends its row; its country plays the state.
DOOR = StateTable(
    "door",
    [
        Move(verb="opened", sources=("shut",), target="open", actors=("client",)),
        Move(verb="shut", sources=("open",), target="shut", actors=("client", "system")),
    ],
)


# Unknown to the other tests, which ask for all models of the product.
with isolate_apps("accounts"):

    class Door(Organisation):
        class Meta:
            proxy = True
            app_label = "accounts"

        state = property(
            lambda self: {"OP": "open", "SH": "shut"}[self.country],
            lambda self, value: setattr(self, "country", value[:2].upper()),
        )

        def save(self, *, update_fields=None, **options):
            super().save(update_fields=update_fields and ["country"], **options)


@pytest.fixture
def door():
    return Door.objects.create(name="Door", country="SH")


def test_a_legal_move_changes_the_state_and_writes_one_event(door):
    event = DOOR.move(door, "opened", actor=actors.Actor(None, "client"), why="warm outside")
    door.refresh_from_db()
    assert door.state == "open"
    assert (event.verb, event.from_state, event.to_state, event.why) == (
        "door.opened",
        "shut",
        "open",
        "warm outside",
    )
    assert list(events_of(door)) == [event]


def test_an_illegal_move_changes_nothing(door):
    with pytest.raises(IllegalMove) as refusal:
        DOOR.move(door, "shut", actor=actors.SYSTEM)
    assert refusal.value.sentence == "This door is “shut”, so it cannot be shut now."
    assert (Door.objects.get().state, Event.objects.count()) == ("shut", 0)


def test_an_actor_who_may_not_changes_nothing(door):
    with pytest.raises(ActorNotAllowed):
        DOOR.move(door, "opened", actor=actors.SYSTEM)
    assert (Door.objects.get().state, Event.objects.count()) == ("shut", 0)


def test_the_state_is_read_afresh_under_the_lock(door):
    stale = Door.objects.get()
    DOOR.move(door, "opened", actor=actors.Actor(None, "client"))
    with pytest.raises(IllegalMove):
        DOOR.move(stale, "opened", actor=actors.Actor(None, "client"))


@pytest.mark.parametrize("deed", ["UPDATE core_event SET why = 'x'", "DELETE FROM core_event"])
def test_the_event_log_cannot_be_rewritten(door, deed):
    DOOR.move(door, "opened", actor=actors.Actor(None, "client"))
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        connection.cursor().execute(deed)
    assert Event.objects.get().why == ""
