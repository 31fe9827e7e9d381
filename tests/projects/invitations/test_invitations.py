"""A client asks a freelancer to propose: once, for an open brief, and only who may be found."""

import pytest

from accounts.notices.models import Notification
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.actors import client
from projects.briefs.errors import BriefNotOpen
from projects.briefs.services.briefs import pause_brief
from projects.invitations import services as invitations
from projects.invitations.errors import (
    AlreadyInvited,
    FreelancerNotToBeFound,
    InvitedHasProposed,
    TooManyBriefInvitations,
)
from projects.invitations.models import BriefInvitation
from projects.invitations.queries import invitations_to, open_invitations_of
from projects.proposals.errors import ConflictOfSides
from tests.factories.accounts import make_freelancer, make_member
from tests.factories.projects import make_proposal
from tests.jobs import run_jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def invite(brief, client_person, freelancer_person):
    """Invites the freelancer, or whomever is named, to the brief."""

    def act(profile: FreelancerProfile | None = None, note: str = "") -> BriefInvitation:
        profile = profile or FreelancerProfile.objects.get(user=freelancer_person)
        return invitations.invite_to_brief(
            brief=brief, profile=profile, by=client(client_person), note=note
        )

    return act


def test_the_freelancer_is_told_with_the_note(brief, invite, freelancer_person):
    invite(note="Your recharge work fits.")
    run_jobs()
    notice = Notification.objects.get(user=freelancer_person)
    assert notice.subject == f"{brief.organisation} invites you to “{brief}”"
    assert [(row.freelancer, row.has_proposed) for row in invitations_to(brief)] == [
        (freelancer_person, False)
    ]
    assert [row.brief for row in open_invitations_of(freelancer_person)] == [brief]


def test_each_is_asked_once_to_a_brief(brief, invite):
    invite()
    with pytest.raises(AlreadyInvited):
        invite()
    assert BriefInvitation.objects.count() == 1


def test_an_invitation_is_done_once_there_is_a_proposal(brief, invite, freelancer_person):
    invite()
    make_proposal(brief, freelancer_person)
    assert list(open_invitations_of(freelancer_person)) == []
    assert [row.has_proposed for row in invitations_to(brief)] == [True]


def test_who_may_not_be_asked_is_not(brief, invite, freelancer_person, organisation, monkeypatch):
    profiles = FreelancerProfile.objects.filter(user=freelancer_person)
    for change in ({"is_hidden": True}, {"is_listed": False}):
        profiles.update(**change)
        with pytest.raises(FreelancerNotToBeFound):
            invite()
        profiles.update(is_hidden=False, is_listed=True)
    suspended = make_freelancer("Sue Suspended")
    suspended.is_active = False
    suspended.save()
    with pytest.raises(FreelancerNotToBeFound):
        invite(suspended.freelancer_profile)
    colleague = make_freelancer("Cole League")
    make_member(organisation, "viewer", colleague)
    with pytest.raises(ConflictOfSides):
        invite(colleague.freelancer_profile)
    proposer = make_proposal(brief).freelancer
    with pytest.raises(InvitedHasProposed):
        invite(proposer.freelancer_profile)
    monkeypatch.setattr(invitations, "MOST", 0)
    with pytest.raises(TooManyBriefInvitations):
        invite()
    assert BriefInvitation.objects.count() == 0


def test_a_paused_brief_invites_nobody(brief, invite, client_person):
    pause_brief(brief=brief, by=client(client_person))
    brief.refresh_from_db()
    with pytest.raises(BriefNotOpen):
        invite()
    assert BriefInvitation.objects.count() == 0
