"""Asking colleagues into an organisation by email."""

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.letters.services import letter, send_once
from accounts.letters.texts import stored, subject_line, without_links
from accounts.organisations.errors import (
    AlreadyInvited,
    AlreadyMember,
    InvitationClosed,
    InvitationForSomebodyElse,
    TooManyInvitationEmails,
    TooManyInvitations,
)
from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.services.organisations import add_member
from accounts.people.models import User
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment

VALID_FOR = timedelta(days=14)
# Keeps an organisation from being a way to mail strangers.
OPEN_LIMIT = 20
# And a person, over all organisations and to one address: sending again and revoking count.
DAILY_LIMIT = 50
DAILY_LIMIT_TO_ONE = 3
SENDING = ("invitation.invited", "invitation.sent_again")
SALT = "accounts.invitation"


@transaction.atomic
def invite(*, organisation: Organisation, email: str, role: str, by: Actor) -> Invitation:
    """Ask somebody to join with `role`; sends an email and writes an event."""
    lock(organisation)
    member = User.objects.filter(email__iexact=email, organisations=organisation).first()
    if member:
        raise AlreadyMember(name=member.name, organisation=organisation.name)
    earlier = _unanswered(organisation, email)
    if earlier and not earlier.is_expired:
        raise AlreadyInvited(email=email)
    if organisation.invitations.filter(accepted_at=None, revoked_at=None).count() >= OPEN_LIMIT:
        raise TooManyInvitations(limit=OPEN_LIMIT)
    _refuse_flood(by, email)
    if earlier:
        earlier.revoked_at = timezone.now()
        earlier.save(update_fields=["revoked_at"])
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email.lower(),
        role=role,
        invited_by=by.user,
        expires_at=timezone.now() + VALID_FOR,
    )
    _record("invited", invitation, by)
    enqueue("accounts.send_invitation_email", invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def resend_invitation(*, invitation: Invitation, by: Actor) -> Invitation:
    """Send a fresh link for another 14 days; the earlier link no longer works."""
    _lock_unanswered(invitation)
    _refuse_flood(by, invitation.email)
    invitation.sendings += 1
    invitation.expires_at = timezone.now() + VALID_FOR
    invitation.emailed_at = invitation.email_started_at = None
    invitation.save()
    _record("sent_again", invitation, by)
    enqueue("accounts.send_invitation_email", invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: Actor) -> None:
    """Make an unanswered invitation void; writes an event."""
    _lock_unanswered(invitation)
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    _record("revoked", invitation, by)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, by: Actor) -> Membership:
    """Make the acting person, whose address it was sent to, a member; writes events."""
    _lock_unanswered(invitation)
    if invitation.is_expired:
        raise InvitationClosed(organisation=invitation.organisation.name)
    if by.user.email.lower() != invitation.email.lower():
        raise InvitationForSomebodyElse(email=invitation.email)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    membership = add_member(
        organisation=invitation.organisation, user=by.user, role=invitation.role, by=by
    )
    _record("accepted", invitation, by)
    return membership


def send_invitation_email(*, invitation: Invitation) -> bool:
    """Send the email of an open invitation unless it was sent; calls the mail server."""
    if not invitation.is_open:
        return False
    organisation = invitation.organisation.name
    sender = invitation.invited_by
    return send_once(
        invitation,
        lambda: letter(
            to=invitation.email,
            subject=subject_line("{} invites you to {} on Holdout", sender, organisation),
            parts=_invitation_words(invitation),
            url=reverse("accounts:join", args=[invitation_token(invitation)]),
            action="See the invitation",
            footer="If you do not know the sender, ignore this email: nothing will happen.",
            identifier=f"{invitation.public_id}.{invitation.sendings}",
        ),
    )


def _invitation_words(invitation: Invitation) -> list[dict[str, Any]]:
    organisation = invitation.organisation.name
    role = Membership.Role(invitation.role).label.lower()
    return without_links(
        stored(
            [
                f"{invitation.invited_by} asks you to join {organisation} on Holdout as {role}.",
                f"Holdout is where {organisation} hires machine-learning freelancers and pays "
                "them when the work is proven.",
                f"The invitation is open until {moment(invitation.expires_at)}.",
            ]
        )
    )


def invitation_token(invitation: Invitation) -> str:
    return signing.dumps([str(invitation.public_id), invitation.sendings], salt=SALT)


def read_invitation_token(token: str) -> Invitation | None:
    """The invitation whose latest link carries `token`."""
    try:
        public_id, sendings = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    invitations = Invitation.objects.select_related("organisation", "invited_by")
    return invitations.filter(public_id=public_id, sendings=sendings).first()


def _unanswered(organisation: Organisation, email: str) -> Invitation | None:
    return organisation.invitations.filter(
        email__iexact=email, accepted_at=None, revoked_at=None
    ).first()


def _refuse_flood(by: Actor, email: str) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    sent = Event.objects.filter(actor=by.user, verb__in=SENDING, at__gt=yesterday)
    to_one = sent.filter(particulars__email=email.lower())
    if to_one.count() >= DAILY_LIMIT_TO_ONE or sent.count() >= DAILY_LIMIT:
        raise TooManyInvitationEmails


def _lock_unanswered(invitation: Invitation) -> None:
    lock(invitation)
    if invitation.accepted_at or invitation.revoked_at:
        raise InvitationClosed(organisation=invitation.organisation.name)


def _record(verb: str, invitation: Invitation, by: Actor) -> None:
    record(
        f"invitation.{verb}",
        subject=invitation,
        actor=by,
        particulars={"email": invitation.email, "role": invitation.role},
    )
