"""What staff may do to a contract, each with a reason that is kept."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ReasonMissing
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import CONTRACT
from contracts.milestones.models import Milestone
from contracts.units.errors import PaymentUnderWay, RefundNeedsSecondPerson, WorkUndecided
from contracts.units.services.cancellations import undo_milestone
from contracts.units.services.unfunded import payment_is_under_way
from contracts.units.states import SETTLED, MilestoneState
from marketplace.core.data.actors import Actor
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from payments.escrows.states import CancelReason
from payments.staff.queries.adjustments import approval_limit, needs_second_person

UNDECIDED = (MilestoneState.SUBMITTED, MilestoneState.CHANGES_REQUESTED)


@transaction.atomic
def terminate_contract(*, contract: Contract, by: Actor, why: str) -> Contract:
    """End a contract at once: unfunded milestones are cancelled, funded ones refunded.

    Refuses while delivered work waits for a decision, and where more is held than one person
    may refund alone. Both sides are told.
    """
    if not why.strip():
        raise ReasonMissing
    lock(contract)
    if payment_is_under_way(contract):
        raise PaymentUnderWay
    milestones = list(contract.milestones.exclude(state__in=SETTLED).order_by("position"))
    for milestone in milestones:
        lock(milestone)
        if milestone.state in UNDECIDED:
            raise WorkUndecided(position=milestone.position)
    _refuse_large_refunds(contract, milestones)
    for milestone in milestones:
        undo_milestone(milestone, by=by, because=CancelReason.TERMINATED, why=why)
    CONTRACT.move(contract, "terminated", actor=by, why=why, changes={"closed_at": timezone.now()})
    return contract


def _refuse_large_refunds(contract: Contract, milestones: list[Milestone]) -> None:
    """What a second person has to approve is no side effect of ending a contract."""
    held = [m.held_in for m in milestones if m.state == MilestoneState.FUNDED]
    whole = sum((escrow.held for escrow in held), Money(0, contract.currency))
    limit = approval_limit(contract.currency)
    if limit < whole or any(needs_second_person(escrow, escrow.held) for escrow in held):
        raise RefundNeedsSecondPerson(held=whole, limit=limit)
