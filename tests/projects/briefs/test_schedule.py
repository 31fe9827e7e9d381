"""What ends by itself: warned first, and never while somebody is acting on it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from projects.briefs.services import activity
from projects.briefs.tasks import expire_briefs, warn_idle_briefs
from projects.proposals.tasks import expire_proposals
from tests.factories.projects import make_accepted_proposal
from tests.jobs import run_jobs

pytestmark = pytest.mark.django_db


def days_later(days: int):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def run_schedule() -> None:
    for task in (warn_idle_briefs, expire_briefs, expire_proposals):
        task()
    run_jobs("projects.warn_idle_brief", "projects.expire_brief", "projects.expire_proposal")


def test_an_idle_brief_is_warned_once(brief, verbs):
    with days_later(25):
        run_schedule()
        run_schedule()
    assert verbs(brief) == ["brief.drafted", "brief.published", "brief.warned"]


def test_a_brief_is_not_warned_early(brief, verbs):
    with days_later(24):
        run_schedule()
    assert verbs(brief) == ["brief.drafted", "brief.published"]


def test_a_warned_brief_expires_with_its_proposals_after_thirty_idle_days(brief, proposal):
    start = timezone.now()
    for day in (25, 30):
        with time_machine.travel(start + timedelta(days=day, minutes=1), tick=False):
            run_schedule()
    brief.refresh_from_db()
    proposal.refresh_from_db()
    assert (brief.state, proposal.state) == ("expired", "closed")


def test_a_brief_never_expires_unwarned(brief):
    with days_later(60):
        run_schedule()
    brief.refresh_from_db()
    assert (brief.state, brief.is_warned) == ("open", True)


def test_keeping_a_brief_open_starts_its_thirty_days_again(brief, as_client):
    start = timezone.now()
    with time_machine.travel(start + timedelta(days=26), tick=False):
        run_schedule()
        activity.keep_brief_open(brief=brief, by=as_client)
    with time_machine.travel(start + timedelta(days=32), tick=False):
        run_schedule()
    brief.refresh_from_db()
    assert (brief.state, brief.is_warned) == ("open", False)


def test_a_brief_with_an_open_offer_does_not_expire(brief, freelancer_person):
    make_accepted_proposal(brief, freelancer_person)
    start = timezone.now()
    for day in (26, 40):
        with time_machine.travel(start + timedelta(days=day), tick=False):
            run_schedule()
    brief.refresh_from_db()
    assert brief.state == "open"


def test_a_proposal_expires_when_nobody_decides_for_thirty_days(proposal, brief, as_client):
    start = timezone.now()
    with time_machine.travel(start + timedelta(days=29), tick=False):
        activity.keep_brief_open(brief=brief, by=as_client)
        run_schedule()
        proposal.refresh_from_db()
        assert proposal.state == "submitted"
    with time_machine.travel(start + timedelta(days=30, minutes=1), tick=False):
        run_schedule()
        run_schedule()
    proposal.refresh_from_db()
    assert proposal.state == "expired"
