"""Milestones that end before any money came in."""

from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.milestones.models import Milestone
from contracts.units.states import MILESTONE, UNFUNDED, MilestoneState
from marketplace.core.data.actors import Actor
from marketplace.core.data.locks import lock
from payments.charges.services.cancellations import cancel_escrow
from payments.escrows.states import CancelReason, EscrowState


def payment_is_under_way(contract: Contract) -> bool:
    """Whether a milestone's payment was made but its outcome is not known yet."""
    return contract.milestones.filter(
        state=MilestoneState.AWAITING_FUNDS, escrow__state=EscrowState.PROCESSING
    ).exists()


def cancel_unfunded(contract: Contract, *, by: Actor, because: CancelReason) -> None:
    """Cancel every unfunded milestone of a locked contract, except one that is being paid."""
    milestones = contract.milestones.filter(state__in=UNFUNDED).exclude(
        escrow__state=EscrowState.PROCESSING
    )
    for milestone in milestones.select_related("escrow"):
        cancel_milestone(milestone, by=by, because=because, why=f"{because.label}.")


def cancel_milestone(milestone: Milestone, *, by: Actor, because: CancelReason, why: str) -> None:
    """Cancel one unfunded milestone; its open checkout, if any, is closed."""
    lock(milestone)
    if milestone.escrow is not None:
        cancel_escrow(escrow=milestone.escrow, by=by, because=because)
    MILESTONE.move(
        milestone,
        "cancelled",
        actor=by,
        why=why,
        changes={"settled_at": timezone.now()},
        particulars={"position": milestone.position},
    )
