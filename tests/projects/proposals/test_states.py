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


def subject_in(noun: str, state: str) -> Brief | Proposal:
    """A row that was put into `state` past the table."""
    subject = make_brief() if noun == "brief" else make_proposal()
    queued = {"queued_at": timezone.now()} if noun == "brief" else {}
    type(subject).objects.filter(pk=subject.pk).update(state=state, **queued)
    return subject


def outcome(subject) -> tuple[str, int]:
    label = subject._meta.label_lower
    written = Event.objects.filter(subject_type=label, subject_id=subject.pk).count()
    return type(subject).objects.get(pk=subject.pk).state, written


@pytest.mark.parametrize(("noun", "verb", "source"), LEGAL)
def test_a_legal_move_is_made_and_recorded(noun, verb, source):
    table = NOUNS[noun][0]
    move = table.moves[verb, source]
    subject = subject_in(noun, source)
    event = table.move(subject, verb, actor=actors.Actor(None, move.actors[0]))
    assert outcome(subject)[0] == move.target
    assert (event.verb, event.from_state, event.to_state) == (f"{noun}.{verb}", source, move.target)


@pytest.mark.parametrize(("noun", "verb", "state"), ILLEGAL)
def test_an_illegal_move_changes_nothing(noun, verb, state):
    table = NOUNS[noun][0]
    allowed = next(move.actors[0] for (name, _), move in table.moves.items() if name == verb)
    subject = subject_in(noun, state)
    before = outcome(subject)
    with pytest.raises(IllegalMove):
        table.move(subject, verb, actor=actors.Actor(None, allowed))
    assert outcome(subject) == before


@pytest.mark.parametrize(("noun", "verb", "source"), LEGAL)
def test_nobody_else_makes_a_move(noun, verb, source):
    table = NOUNS[noun][0]
    subject = subject_in(noun, source)
    before = outcome(subject)
    for role in set(ROLES) - set(table.moves[verb, source].actors):
        with pytest.raises(ActorNotAllowed):
            table.move(subject, verb, actor=actors.Actor(None, role))
    assert outcome(subject) == before
