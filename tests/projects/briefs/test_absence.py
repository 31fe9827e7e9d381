"""Nothing of an organisation expires while nobody can decide for it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.moderation.services import restore_person, suspend_person
from marketplace.core.data.actors import moderator as as_moderator
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.deadlines import briefs_to_expire, briefs_to_warn
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.deadlines import is_lapsed, proposals_to_expire
from projects.proposals.services.expiry import TIME_AFTER_ABSENCE, expire_proposal
from tests.factories.contracts import make_proposal
from tests.jobs import run_jobs

pytestmark = [pytest.mark.django_db]
WHY = "Under investigation for payment fraud."


def test_briefs_and_proposals_wait_for_a_suspended_client(
    organisation, client_person, freelancer_person, moderator
):
    proposal = make_proposal(organisation, client_person, freelancer_person)
    by = as_moderator(moderator)
    suspend_person(user=client_person, by=by, why=WHY)
    with time_machine.travel(timezone.now() + timedelta(days=40), tick=False):
        Brief.objects.update(warned_at=timezone.now() - timedelta(days=6))
        found = (briefs_to_warn(), briefs_to_expire(), proposals_to_expire())
        assert [list(rows) for rows in found] == [[], [], []]
        expire_proposal(proposal=proposal)
        assert Proposal.objects.get().state == "submitted"
        restore_person(user=client_person, by=by, why="It was a mistake of ours.")
        run_jobs("projects.give_time_again")
        assert Proposal.objects.get().lapses_at == timezone.now() + TIME_AFTER_ABSENCE
        assert Brief.objects.get().last_active_at == timezone.now()
        assert [list(rows) for rows in (briefs_to_expire(), proposals_to_expire())] == [[], []]
    with time_machine.travel(timezone.now() + timedelta(days=47, minutes=1), tick=False):
        assert is_lapsed(Proposal.objects.get())


def test_the_author_reads_no_day_on_which_nothing_expires(
    organisation, client_person, freelancer_person, moderator, browser_of
):
    proposal = make_proposal(organisation, client_person, freelancer_person)
    browser = browser_of(freelancer_person)
    pages = (proposal.get_absolute_url(), "/proposals/")
    assert ["expires" in browser.get(page).content.decode() for page in pages] == [True, True]
    suspend_person(user=client_person, by=as_moderator(moderator), why=WHY)
    one, several = (browser.get(page).content.decode() for page in pages)
    assert "Nobody of the client can answer now, so it does not expire." in one
    assert "· expires" not in several


def test_a_longer_rest_is_not_cut_short(organisation, client_person, freelancer_person, moderator):
    proposal = make_proposal(organisation, client_person, freelancer_person)
    by = as_moderator(moderator)
    suspend_person(user=client_person, by=by, why=WHY)
    restore_person(user=client_person, by=by, why="It was a mistake of ours.")
    run_jobs("projects.give_time_again")
    assert Proposal.objects.get().lapses_at == proposal.lapses_at
