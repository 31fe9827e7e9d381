"""What staff may do to a contract, each with a reason that is kept."""

from django.db import transaction
from django.utils import timezone

from contracts.errors import PaymentUnderWay, ReasonMissing, WorkUndecided
from contracts.models import Contract
from contracts.services.cancellations import undo_milestone
from contracts.services.unfunded import payment_is_under_way
from contracts.states import CONTRACT, SETTLED, MilestoneState
from marketplace.core.actors import Actor
from marketplace.core.states import lock

UNDECIDED = (MilestoneState.SUBMITTED, MilestoneState.CHANGES_REQUESTED)


@transaction.atomic
def terminate_contract(*, contract: Contract, by: Actor, why: str) -> Contract:
    """End a contract at once: unfunded milestones are cancelled, funded ones refunded.

    Refuses while delivered work waits for a decision. Both sides are told.
    """
    if not why.strip():
        raise ReasonMissing
    lock(contract)
    if payment_is_under_way(contract):
        raise PaymentUnderWay
    for milestone in contract.milestones.exclude(state__in=SETTLED):
        lock(milestone)
        if milestone.state in UNDECIDED:
            raise WorkUndecided(position=milestone.position)
        undo_milestone(milestone, by=by, why=why)
    CONTRACT.move(contract, "terminated", actor=by, why=why, changes={"closed_at": timezone.now()})
    return contract
