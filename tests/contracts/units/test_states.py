"""Every move that the tables allow, and every one that they do not."""

import itertools

import pytest

from contracts.agreements.states import CONTRACT, ContractState
from contracts.units.states import (
    CANCELLATION,
    CHANGE_REQUEST,
    UNIT_MOVES,
    CancellationState,
    ChangeRequestState,
    UnitState,
)
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove
from marketplace.core.data.models import Event
from marketplace.core.data.states import StateTable
from tests.factories.contracts import deliver, fresh

UNIT = StateTable("milestone", UNIT_MOVES)
ROLES = ("client", "freelancer", "moderator", "person", "system")
NOUNS = {
    "contract": (CONTRACT, ContractState),
    "milestone": (UNIT, UnitState),
}


def cases(noun: str):
    """(verb, state, role, target): target None for an illegal state, "" for a wrong actor."""
    table, states = NOUNS[noun]
    verbs = sorted({verb for verb, _ in table.moves})
    for verb, state in itertools.product(verbs, states.values):
        move = table.moves.get((verb, state))
        if move is None:
            yield verb, state, "system", None
            continue
        for role in ROLES:
            yield verb, state, role, str(move.target) if role in move.actors else ""


def actor(role, user) -> Actor:
    return SYSTEM if role == "system" else Actor(user, role)


def check(table, subject, verb, state, by, target) -> None:
    """A legal move changes the state and writes one event; a refusal changes nothing."""
    type(subject).objects.filter(pk=subject.pk).update(state=state)
    before = Event.objects.count()
    if target:
        table.move(subject, verb, actor=by)
        assert (fresh(subject).state, Event.objects.count()) == (target, before + 1)
        return
    with pytest.raises(IllegalMove if target is None else ActorNotAllowed):
        table.move(subject, verb, actor=by)
    assert (fresh(subject).state, Event.objects.count()) == (state, before)


def test_a_contract_moves_only_as_its_table_says(agreed, client_person):
    for verb, state, role, target in cases("contract"):
        check(CONTRACT, agreed, verb, state, actor(role, client_person), target)


def test_a_milestone_moves_only_as_its_table_says(funded, client_person):
    for verb, state, role, target in cases("milestone"):
        check(UNIT, funded, verb, state, actor(role, client_person), target)


def test_the_tables_name_the_states_of_the_specification():
    ends = {str(move.target) for move in CONTRACT.moves.values()}
    assert ends == set(ContractState.values)
    reached = {str(move.target) for move in UNIT.moves.values()}
    assert reached == set(UnitState.values) - {"planned"}


@pytest.mark.parametrize("verb", ["accepted", "refused"])
def test_only_the_freelancer_answers_a_change_request(verb):
    moves = [move for (name, _), move in CHANGE_REQUEST.moves.items() if name == verb]
    assert [(move.sources, move.actors) for move in moves] == [
        ((ChangeRequestState.ASKED,), ("freelancer",))
    ]


def test_an_answered_cancellation_stays_answered():
    sources = {source for _, source in CANCELLATION.moves}
    assert sources == {CancellationState.ASKED}


def test_a_deliverable_milestone_is_delivered_in_rounds(funded):
    assert deliver(funded).round == 1
