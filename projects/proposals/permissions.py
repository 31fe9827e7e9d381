"""Who may do what with proposals: pure predicates of a user and a subject."""

from typing import Any

from accounts.organisations.permissions import can_view_organisation
from accounts.profiles.permissions import is_freelancer
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_manage_brief, can_view_brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.states import ProposalState


def can_view_proposals_of(user: Any, brief: Brief) -> bool:
    return can_view_organisation(user, brief.organisation)


def can_read_before_proposing(user: Any, brief: Brief) -> bool:
    """Anybody signed in learns there what still keeps them from proposing."""
    return user.is_authenticated and can_view_brief(user, brief)


def can_propose_to(user: Any, brief: Brief) -> bool:
    """A freelancer who is no member of the brief's organisation."""
    return is_freelancer(user) and not can_view_organisation(user, brief.organisation)


def can_view_proposal(user: Any, proposal: Proposal) -> bool:
    if proposal.freelancer_id == user.pk:
        return True
    return proposal.state != ProposalState.DRAFT and can_view_organisation(
        user, proposal.brief.organisation
    )


def can_write_proposal(user: Any, proposal: Proposal) -> bool:
    """Edit, send, withdraw and discard: its author alone."""
    return proposal.freelancer_id == user.pk


def can_decide_on_proposal(user: Any, proposal: Proposal) -> bool:
    """Shortlist, decline and accept; never one's own, though one hires for the client by now."""
    if proposal.state == ProposalState.DRAFT or proposal.freelancer_id == user.pk:
        return False
    return can_manage_brief(user, proposal.brief)
