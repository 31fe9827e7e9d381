"""What the system ends on its schedule. Running late or twice changes nothing more."""

from django.db import transaction

from marketplace.core.actors import SYSTEM
from marketplace.core.states import lock
from projects.models import Brief, Proposal
from projects.queries.deadlines import is_due_to_expire, is_lapsed
from projects.services.proposals import close_proposals
from projects.states import BRIEF, PROPOSAL


@transaction.atomic
def expire_brief(*, brief: Brief) -> Brief:
    """Expire a brief that was idle for 30 days and warned five days ago; closes its proposals."""
    lock(brief)
    if is_due_to_expire(brief):
        BRIEF.move(brief, "expired", actor=SYSTEM)
        close_proposals(brief=brief, why="The brief expired.")
    return brief


@transaction.atomic
def expire_proposal(*, proposal: Proposal) -> Proposal:
    """Expire a proposal that the client left undecided for 30 days."""
    lock(proposal)
    if is_lapsed(proposal):
        PROPOSAL.move(proposal, "expired", actor=SYSTEM)
    return proposal
