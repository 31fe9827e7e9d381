"""Inviting a freelancer to a brief."""

from django.db import IntegrityError, transaction

from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.queries.profiles import is_open_to_all
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from projects.briefs.errors import BriefNotOpen
from projects.briefs.models.briefs import Brief
from projects.briefs.services.activity import touch_brief
from projects.invitations.errors import (
    AlreadyInvited,
    FreelancerNotToBeFound,
    InvitedHasProposed,
    TooManyBriefInvitations,
)
from projects.invitations.models import BriefInvitation
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.sides import refuse_member
from projects.proposals.states import ProposalState

# So many people can be asked to one brief: an invitation means something to who gets it.
MOST = 30


@transaction.atomic
def invite_to_brief(
    *, brief: Brief, profile: FreelancerProfile, by: Actor, note: str = ""
) -> BriefInvitation:
    """Ask a freelancer to propose, once for each brief; they are told, with the note."""
    lock(brief)
    _check(brief, profile)
    try:
        with transaction.atomic():
            invitation = BriefInvitation.objects.create(
                brief=brief, freelancer=profile.user, invited_by=by.user, note=note.strip()
            )
    except IntegrityError as error:
        raise AlreadyInvited(name=profile.user) from error
    record("brief_invitation.sent", subject=invitation, actor=by, why=invitation.note)
    touch_brief(brief=brief)
    return invitation


def _check(brief: Brief, profile: FreelancerProfile) -> None:
    """Raise unless this freelancer can be asked to this locked brief now."""
    if not brief.is_open:
        raise BriefNotOpen(state=brief.state)
    if not is_open_to_all(profile):
        raise FreelancerNotToBeFound
    refuse_member(profile.user, of=brief.organisation)
    sent = Proposal.objects.filter(brief=brief, freelancer=profile.user)
    if sent.exclude(state=ProposalState.DRAFT).exists():
        raise InvitedHasProposed(name=profile.user)
    if BriefInvitation.objects.filter(brief=brief).count() >= MOST:
        raise TooManyBriefInvitations(limit=MOST)
