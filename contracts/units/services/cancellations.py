"""Cancelling a milestone: with the other side's consent, or when the freelancer fell silent."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ContractNotRunning, ReasonMissing
from contracts.agreements.services.standstills import stands_still
from contracts.milestones.models import Milestone
from contracts.units.errors import (
    CancellationPending,
    FreelancerNotSilent,
    NotYoursToAnswer,
    SilenceDecidesNothing,
)
from contracts.units.models.cancellations import Cancellation
from contracts.units.queries.silence import free_to_reclaim_at, last_sign_of
from contracts.units.services.endings import close_if_settled
from contracts.units.services.locks import lock_milestone
from contracts.units.services.unfunded import cancel_milestone
from contracts.units.states import (
    CANCELLATION,
    HOLDING,
    MILESTONE,
    UNFUNDED,
    CancellationState,
    MilestoneState,
)
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.errors import IllegalMove
from marketplace.core.data.events import record
from marketplace.core.data.money import Money
from marketplace.core.text.moments import day, moment
from payments.escrows.states import CancelReason
from payments.refunds.services.refunds import refund_escrow


@transaction.atomic
def ask_cancellation(*, milestone: Milestone, by: Actor, why: str) -> Cancellation:
    """Ask the other side to agree that a milestone ends; nothing moves until they do."""
    lock_milestone(milestone)
    if not why.strip():
        raise ReasonMissing
    _refuse_unless_open(milestone, "cancelling")
    if milestone.cancellations.filter(state=CancellationState.ASKED).exists():
        raise CancellationPending(position=milestone.position)
    cancellation = Cancellation.objects.create(
        milestone=milestone, side=by.role, asked_by=by.user, reason=why.strip()
    )
    record(
        "cancellation.asked",
        subject=cancellation,
        actor=by,
        why=cancellation.reason,
        particulars={"position": milestone.position},
    )
    return cancellation


@transaction.atomic
def agree_cancellation(*, cancellation: Cancellation, by: Actor) -> Cancellation:
    """End the milestone as asked: held funds go back to the client in full."""
    milestone = cancellation.milestone
    lock_milestone(milestone)
    if by.role == cancellation.side:
        raise NotYoursToAnswer
    CANCELLATION.move(cancellation, "agreed", actor=by)
    undo_milestone(milestone, by=by, because=CancelReason.CANCELLED, why=cancellation.reason)
    close_if_settled(milestone.contract)
    return cancellation


@transaction.atomic
def refuse_cancellation(*, cancellation: Cancellation, by: Actor, why: str = "") -> Cancellation:
    """Go on with the milestone; who asked is told why."""
    lock_milestone(cancellation.milestone)
    if by.role == cancellation.side:
        raise NotYoursToAnswer
    CANCELLATION.move(cancellation, "refused", actor=by, why=why)
    return cancellation


@transaction.atomic
def drop_cancellation(*, cancellation: Cancellation, by: Actor) -> Cancellation:
    """Take the question back; only the side that asked can."""
    lock_milestone(cancellation.milestone)
    if by.role != cancellation.side:
        raise NotYoursToAnswer
    CANCELLATION.move(cancellation, "dropped", actor=by)
    return cancellation


@transaction.atomic
def reclaim_milestone(*, milestone: Milestone, by: Actor) -> Milestone:
    """Refund a funded milestone whose freelancer was silent for seven days, nothing submitted."""
    lock_milestone(milestone)
    if stands_still(milestone.contract):
        raise SilenceDecidesNothing(name=milestone.contract.kept_out_name)
    free_on = free_to_reclaim_at(milestone)
    if free_on is None:
        raise IllegalMove(noun="milestone", state=milestone.get_state_display(), verb="reclaimed")
    if free_on > timezone.now():
        sign = last_sign_of(milestone)
        raise FreelancerNotSilent(
            name=milestone.contract.freelancer,
            date=day(sign),
            free_on=moment(free_on),
        )
    silence = "The freelancer was silent for seven days."
    undo_milestone(milestone, by=by, because=CancelReason.CANCELLED, why=silence)
    close_if_settled(milestone.contract)
    return milestone


def undo_milestone(milestone: Milestone, *, by: Actor, because: CancelReason, why: str) -> None:
    """Cancel an unfunded milestone or refund a funded one; it must be locked.

    Open questions about it are dropped.
    """
    if milestone.state in UNFUNDED:
        _drop_questions(milestone)
        cancel_milestone(milestone, by=by, because=because, why=why)
        return
    _mark_refunded(milestone, milestone.outstanding, by=by, why=why)
    refund_escrow(escrow=milestone.held_in, by=by, why=why)


@transaction.atomic
def end_refunded(*, milestone: Milestone, amount: Money, by: Actor, why: str) -> None:
    """Payments has given all that was held back: the milestone ends, and maybe its contract.

    Harmless after `undo_milestone`, which asked for it.
    """
    lock_milestone(milestone)
    if milestone.state in HOLDING:
        _mark_refunded(milestone, amount, by=by, why=why)
        close_if_settled(milestone.contract)


def _mark_refunded(milestone: Milestone, amount: Money, *, by: Actor, why: str) -> None:
    _drop_questions(milestone)
    MILESTONE.move(
        milestone,
        "refunded",
        actor=by,
        why=why,
        changes={"settled_at": timezone.now(), "review_ends_at": None},
        particulars={
            "position": milestone.position,
            "amount": amount.minor,
            "currency": milestone.currency,
        },
    )


def _drop_questions(milestone: Milestone) -> None:
    for open_question in milestone.cancellations.filter(state=CancellationState.ASKED):
        CANCELLATION.move(open_question, "dropped", actor=SYSTEM)


def _refuse_unless_open(milestone: Milestone, act: str) -> None:
    if not milestone.contract.is_running:
        raise ContractNotRunning(state=milestone.contract.get_state_display(), act=act)
    if milestone.state not in (*UNFUNDED, *HOLDING):
        raise IllegalMove(
            noun="milestone", state=milestone.get_state_display(), verb=MilestoneState.CANCELLED
        )
