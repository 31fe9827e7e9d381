"""Every move tells those whom it concerns, and nobody else."""

import pytest

from accounts.notices.registry import builder_for, notices_of
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.actors import moderator as moderator_actor
from marketplace.core.data.models import Event
from projects.briefs.services import briefs, moderation
from projects.briefs.states import BRIEF
from projects.proposals.services import proposals
from projects.proposals.states import PROPOSAL
from tests.factories.projects import make_accepted_proposal

pytestmark = pytest.mark.django_db


def told(verb: str) -> list[tuple[str, str]]:
    """(who, subject) of the notices of the newest event with this verb."""
    event = Event.objects.filter(verb=verb).latest("id")
    return [(user.name, notice.subject) for user, notice in notices_of(event)]


def test_every_move_has_its_notice():
    moves = [f"brief.{verb}" for verb, _ in BRIEF.moves]
    moves += [f"proposal.{verb}" for verb, _ in PROPOSAL.moves]
    # An acceptance is told by the offer that the contracts app makes from it.
    assert {verb for verb in moves if builder_for(verb) is None} == {"proposal.accepted"}


def test_the_client_hears_of_a_proposal(proposal):
    assert told("proposal.submitted") == [
        ("Clara Client", f"Fay Freelancer proposes for “{proposal.brief}”")
    ]


def test_the_freelancer_reads_the_reason_of_a_decline(proposal, as_client):
    proposals.decline_proposal(proposal=proposal, by=as_client, why="Over the budget.")
    [(user, notice)] = notices_of(Event.objects.get(verb="proposal.declined"))
    assert user == proposal.freelancer
    assert notice.text == "Northwind Telecom gave this reason:\n\n> Over the budget."


def test_those_not_chosen_hear_that_the_brief_is_filled(proposal, brief):
    make_accepted_proposal(brief)
    briefs.fill_brief(brief=brief)
    assert told("proposal.closed") == [
        ("Fay Freelancer", f"Your proposal for “{brief}” was closed")
    ]
    assert told("brief.filled") == [("Clara Client", f"“{brief}” was filled")]


def test_a_removal_is_told_to_both_sides(proposal, brief, moderator):
    moderation.remove_brief(brief=brief, by=moderator_actor(moderator), why="It is spam.")
    assert [name for name, _ in told("brief.removed")] == ["Clara Client", "Fay Freelancer"]


def test_the_actor_gets_no_notice_of_the_own_act(brief):
    assert told("brief.published") == []


def test_a_lapsed_offer_is_told_to_both_sides(brief):
    accepted = make_accepted_proposal(brief)
    proposals.return_proposal(proposal=accepted, by=SYSTEM, why="It was not funded in 7 days.")
    assert [name for name, _ in told("proposal.returned")] == ["Fay Freelancer", "Clara Client"]
