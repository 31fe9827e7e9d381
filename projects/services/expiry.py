"""What the system ends on its schedule. Running late or twice changes nothing more."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.actors import SYSTEM
from marketplace.core.states import lock
from projects.models import Brief, Proposal
from projects.services.activity import IDLE_AFTER, WARNING
from projects.services.proposals import close_proposals
from projects.states import BRIEF, LISTED, PROPOSAL, ProposalState


@transaction.atomic
def expire_brief(*, brief: Brief) -> Brief:
    """Expire a brief that was idle for 30 days and warned five days ago; closes its proposals."""
    lock(brief)
    if brief.state in LISTED and _is_due(brief):
        BRIEF.move(brief, "expired", actor=SYSTEM)
        close_proposals(brief=brief, why="The brief expired.")
    return brief


def _is_due(brief: Brief) -> bool:
    now = timezone.now()
    idle = brief.last_active_at <= now - IDLE_AFTER
    warned = brief.warned_at is not None and (
        brief.last_active_at < brief.warned_at <= now - WARNING
    )
    return idle and warned and not brief.proposals.filter(state=ProposalState.ACCEPTED).exists()


@transaction.atomic
def expire_proposal(*, proposal: Proposal) -> Proposal:
    """Expire a proposal that the client left undecided for 30 days."""
    lock(proposal)
    if proposal.is_undecided and proposal.lapses_at and proposal.lapses_at <= timezone.now():
        PROPOSAL.move(proposal, "expired", actor=SYSTEM)
    return proposal
