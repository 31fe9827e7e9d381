"""Two people at once: one wins, the other is told, and nothing happens twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from marketplace.core.data.actors import freelancer
from marketplace.core.data.errors import DomainError
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.services import proposals, versions
from tests.factories.accounts import make_freelancer
from tests.factories.projects import hirer, make_brief, make_proposal

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts at the same moment; "done" or the refusal's name for each, sorted."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait()
            act()
        except DomainError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def accept(proposal: Proposal) -> Callable[[], object]:
    fresh = Proposal.objects.get(pk=proposal.pk)
    by = hirer(fresh.brief.organisation)
    return lambda: proposals.accept_proposal(proposal=fresh, by=by, version=1)


def test_two_proposals_accepted_at_once_make_one_offer():
    brief = make_brief()
    one, two = make_proposal(brief), make_proposal(brief)
    assert at_once(accept(one), accept(two)) == ["BriefHasOffer", "done"]
    assert sorted(p.state for p in Proposal.objects.all()) == ["accepted", "submitted"]


def test_one_proposal_accepted_twice_at_once_is_accepted_once():
    proposal = make_proposal()
    assert at_once(accept(proposal), accept(proposal)) == ["IllegalMove", "done"]
    assert Event.objects.filter(verb="proposal.accepted").count() == 1


def test_two_drafts_started_at_once_are_one():
    brief, author = make_brief(), make_freelancer()

    def start() -> None:
        versions.draft_proposal(brief=Brief.objects.get(pk=brief.pk), by=freelancer(author))

    assert at_once(start, start) == ["AlreadyProposed", "done"]
    assert Proposal.objects.count() == 1
