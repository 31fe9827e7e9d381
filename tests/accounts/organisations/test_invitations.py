from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.organisations import errors
from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership
from accounts.organisations.services import invitations, organisations
from marketplace.core.data.actors import person
from marketplace.core.data.events import events_of
from tests.factories.accounts import make_user
from tests.jobs import run_jobs

ROLE = Membership.Role.FINANCE


@pytest.fixture
def colleague(db):
    return make_user("Cora Colleague", "cora@example.com")


@pytest.fixture
def invitation(organisation, client_person) -> Invitation:
    return invitations.invite(
        organisation=organisation, email="Cora@example.com", role=ROLE, by=person(client_person)
    )


def verbs(invitation):
    return [event.verb for event in events_of(invitation)]


def test_the_email_carries_a_link_that_finds_the_invitation(invitation, mailoutbox):
    run_jobs()
    (letter,) = mailoutbox
    token = letter.body.split("/join/")[1].split("/")[0]
    assert letter.to == ["cora@example.com"]
    assert invitations.read_invitation_token(token) == invitation


def test_the_email_is_sent_once_however_often_the_job_runs(invitation, mailoutbox):
    for _ in range(3):
        invitations.send_invitation_email(invitation=invitation)
    assert len(mailoutbox) == 1


def test_a_name_cannot_carry_a_link_into_the_email(client_person, organisation, mailoutbox):
    organisation.name = "[Click here](https://evil.example)"
    organisation.save()
    invitations.invite(
        organisation=organisation, email="x@example.com", role=ROLE, by=person(client_person)
    )
    run_jobs()
    html = mailoutbox[0].alternatives[0][0]
    assert 'href="https://evil.example"' not in html


def test_accepting_makes_a_member_and_records_it(invitation, colleague):
    invitations.accept_invitation(invitation=invitation, by=person(colleague))
    membership = invitation.organisation.memberships.get(user=colleague)
    assert membership.role == ROLE
    assert verbs(invitation) == ["invitation.invited", "invitation.accepted"]


def test_somebody_else_cannot_accept(invitation, stranger):
    with pytest.raises(errors.InvitationForSomebodyElse):
        invitations.accept_invitation(invitation=invitation, by=person(stranger))
    assert invitation.organisation.memberships.count() == 1
    assert verbs(invitation) == ["invitation.invited"]


def test_a_link_ends_after_fourteen_days(invitation, colleague):
    late = timezone.now() + timedelta(days=14, minutes=1)
    with time_machine.travel(late), pytest.raises(errors.InvitationClosed):
        invitations.accept_invitation(invitation=invitation, by=person(colleague))
    assert invitation.organisation.memberships.count() == 1


def test_a_revoked_invitation_is_void(invitation, colleague, client_person):
    invitations.revoke_invitation(invitation=invitation, by=person(client_person))
    with pytest.raises(errors.InvitationClosed):
        invitations.accept_invitation(invitation=invitation, by=person(colleague))
    assert invitation.organisation.memberships.count() == 1


def test_sending_again_voids_the_earlier_link(invitation, client_person):
    earlier = invitations.invitation_token(invitation)
    invitations.resend_invitation(invitation=invitation, by=person(client_person))
    assert invitations.read_invitation_token(earlier) is None
    assert invitations.read_invitation_token(invitations.invitation_token(invitation)) == invitation


def test_an_open_invitation_is_not_doubled(invitation, organisation, client_person):
    with pytest.raises(errors.AlreadyInvited):
        invitations.invite(
            organisation=organisation, email="cora@example.com", role=ROLE, by=person(client_person)
        )
    assert Invitation.objects.count() == 1


def test_a_member_is_not_invited(organisation, client_person):
    with pytest.raises(errors.AlreadyMember):
        invitations.invite(
            organisation=organisation,
            email=client_person.email,
            role=ROLE,
            by=person(client_person),
        )
    assert Invitation.objects.count() == 0


def test_an_organisation_cannot_mail_strangers_without_end(organisation, client_person):
    def invite(number):
        invitations.invite(
            organisation=organisation,
            email=f"n{number}@example.com",
            role=ROLE,
            by=person(client_person),
        )

    for number in range(invitations.OPEN_LIMIT):
        invite(number)
    with pytest.raises(errors.TooManyInvitations):
        invite(99)
    assert Invitation.objects.count() == invitations.OPEN_LIMIT


def test_nobody_mails_one_address_again_and_again(invitation, organisation, client_person):
    by = person(client_person)
    invitations.resend_invitation(invitation=invitation, by=by)
    invitations.revoke_invitation(invitation=invitation, by=by)
    again = {"organisation": organisation, "email": "CORA@example.com", "role": ROLE, "by": by}
    second = invitations.invite(**again)
    with pytest.raises(errors.TooManyInvitationEmails):
        invitations.resend_invitation(invitation=second, by=by)
    second.refresh_from_db()
    assert (second.sendings, verbs(second)) == (1, ["invitation.invited"])
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        invitations.resend_invitation(invitation=second, by=by)
    assert verbs(second) == ["invitation.invited", "invitation.sent_again"]


def test_a_person_mails_no_crowd_by_many_organisations(client_person):
    by = person(client_person)
    for number in range(invitations.DAILY_LIMIT + 1):
        organisation = organisations.create_organisation(by=by, name=f"Number {number}")
        wish = {"organisation": organisation, "email": f"n{number}@example.com", "role": ROLE}
        if number < invitations.DAILY_LIMIT:
            invitations.invite(by=by, **wish)
    with pytest.raises(errors.TooManyInvitationEmails):
        invitations.invite(by=by, **wish)
    assert Invitation.objects.count() == invitations.DAILY_LIMIT
