"""Approving a milestone, which releases its money."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.services.standstills import stands_still
from contracts.milestones.models import Milestone
from contracts.units.services.criteria import find_all_met
from contracts.units.services.endings import close_if_settled
from contracts.units.services.locks import lock_milestone
from contracts.units.states import MILESTONE, MilestoneState
from marketplace.core.data.actors import CLIENT, SYSTEM, Actor
from payments.releases.services.releases import release_below_unit


@transaction.atomic
def approve_milestone(
    *, milestone: Milestone, by: Actor, why: str = "", note: str = ""
) -> Milestone:
    """Accept the submission and release what is still held, less the fee, to the freelancer.

    `note` is the client's word to the freelancer; the event keeps it. Payments answers with
    `escrow_released` in the same transaction; both sides are told.
    """
    lock_milestone(milestone)
    MILESTONE.move(
        milestone,
        "approved",
        actor=by,
        why=why or note,
        changes={"approved_at": timezone.now(), "review_ends_at": None},
        particulars={
            "position": milestone.position,
            "amount": milestone.outstanding.minor,
            "fee": milestone.outstanding_fee.minor,
            "receives": milestone.outstanding_receives.minor,
            "currency": milestone.currency,
        },
        is_locked=True,
    )
    if by.role == CLIENT:
        find_all_met(submission=milestone.submissions.latest("round"))
    why = why or f"Milestone {milestone.position} approved"
    release_below_unit(escrow=milestone.held_in, by=by, why=why)
    return milestone


@transaction.atomic
def approve_silent_milestone(*, milestone: Milestone) -> bool:
    """Approve for a client who let the review period end; returns whether it was due."""
    lock_milestone(milestone)
    due = milestone.review_ends_at
    if milestone.state != MilestoneState.SUBMITTED or due is None or due > timezone.now():
        return False
    if milestone.is_disputed or stands_still(milestone.contract):
        return False
    approve_milestone(milestone=milestone, by=SYSTEM)
    return True


@transaction.atomic
def mark_released(*, milestone: Milestone) -> Milestone:
    """Payments has moved the money on; the contract may be complete with it. Harmless twice."""
    lock_milestone(milestone)
    if milestone.state == MilestoneState.APPROVED:
        MILESTONE.move(
            milestone,
            "released",
            actor=SYSTEM,
            changes={"settled_at": timezone.now()},
            particulars={"position": milestone.position},
        )
        close_if_settled(milestone.contract)
    return milestone
