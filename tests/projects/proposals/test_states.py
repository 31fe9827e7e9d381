"""Every move of both tables: the legal ones are made, all others change nothing."""

import itertools

import pytest
from django.utils import timezone

from marketplace.core.data import actors
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BRIEF, BriefState
from projects.proposals.models.proposals import Proposal
from projects.proposals.states import PROPOSAL, ProposalState
from tests.factories.projects import make_brief, make_proposal

pytestmark = pytest.mark.django_db

ROLES = ("client", "freelancer", "moderator", "person", "system")
NOUNS = {"brief": (BRIEF, BriefState), "proposal": (PROPOSAL, ProposalState)}
LEGAL = [(noun, *key) for noun, (table, _) in NOUNS.items() for key in table.moves]
ILLEGAL = [
    (noun, verb, state)
    for noun, (table, states) in NOUNS.items()
    for verb, state in itertools.product(
        dict.fromkeys(verb for verb, _ in table.moves), states.values
    )
    if (verb, state) not in table.moves
]


@pytest.fixture
def subjects() -> dict[str, Brief | Proposal]:
    return {"brief": make_brief(), "proposal": make_proposal()}


def put(subject: Brief | Proposal, state: str) -> None:
    """Into `state`, past the table."""
    queued = {"queued_at": timezone.now()} if isinstance(subject, Brief) else {}
    type(subject).objects.filter(pk=subject.pk).update(state=state, **queued)
    subject.refresh_from_db()


def outcome(subject) -> tuple[str, int]:
    label = subject._meta.label_lower
    written = Event.objects.filter(subject_type=label, subject_id=subject.pk).count()
    return type(subject).objects.get(pk=subject.pk).state, written


def test_a_legal_move_is_made_and_recorded(subjects):
    for noun, verb, source in LEGAL:
        table, subject = NOUNS[noun][0], subjects[noun]
        move = table.moves[verb, source]
        put(subject, source)
        event = table.move(subject, verb, actor=actors.Actor(None, move.actors[0]))
        assert (verb, outcome(subject)[0]) == (verb, move.target)
        told = (event.verb, event.from_state, event.to_state)
        assert told == (f"{noun}.{verb}", source, move.target)


def test_an_illegal_move_changes_nothing(subjects):
    for noun, verb, state in ILLEGAL:
        table, subject = NOUNS[noun][0], subjects[noun]
        allowed = next(move.actors[0] for (name, _), move in table.moves.items() if name == verb)
        put(subject, state)
        before = outcome(subject)
        with pytest.raises(IllegalMove):
            table.move(subject, verb, actor=actors.Actor(None, allowed))
        assert (noun, verb, *outcome(subject)) == (noun, verb, *before)


def test_nobody_else_makes_a_move(subjects):
    for noun, verb, source in LEGAL:
        table, subject = NOUNS[noun][0], subjects[noun]
        put(subject, source)
        before = outcome(subject)
        for role in set(ROLES) - set(table.moves[verb, source].actors):
            with pytest.raises(ActorNotAllowed):
                table.move(subject, verb, actor=actors.Actor(None, role))
        assert (noun, verb, *outcome(subject)) == (noun, verb, *before)


def test_both_tables_are_walked_wholly():
    """As many moves as the tables have, so that a loop over nothing is noticed."""
    assert (len(LEGAL), len(ILLEGAL)) == (29, 131)
