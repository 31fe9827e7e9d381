"""Turns of the client: fund, review, wait for a delivery."""

from collections.abc import Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import FUNDABLE, ContractState
from contracts.milestones.models import Milestone
from contracts.room.turns.turn import Choice, Turn, first_in, page
from contracts.units.permissions import can_fund_milestone, can_review_milestone
from contracts.units.states import DELIVERABLE, UNFUNDED, MilestoneState


def review(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """The submission whose review period ends first."""
    waiting = [milestone for milestone in milestones if milestone.is_in_review]
    if not waiting:
        return None
    milestone = min(waiting, key=lambda row: row.review_ends_at or contract.offered_at)
    approve = Choice(label=f"Approve {milestone.outstanding}", url=page("approval", milestone))
    change = Choice(
        label="Request changes", url=page("change_request", milestone), is_primary=False
    )
    asked = getattr(milestone, "is_round_asked", False)
    return (
        Turn(
            title=f"Your turn: review milestone {milestone.position}.",
            is_yours=True,
            sentence=f"{contract.freelancer} has not said yet whether to take another round."
            if asked
            else "",
            choices=(approve,) if asked else (change, approve),
            milestone=milestone,
        )
        .only_if(can_review_milestone(user, milestone))
        .until("Without an answer it is approved on", milestone.review_ends_at)
    )


def await_delivery(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = first_in(milestones, *DELIVERABLE)
    if milestone is None:
        return None
    again = " again" if milestone.state == MilestoneState.CHANGES_REQUESTED else ""
    return Turn(
        title=f"Waiting for {contract.freelancer} to deliver milestone "
        f"{milestone.position}{again}.",
        sentence=f"{milestone.outstanding} is held until you approve.",
        milestone=milestone,
    )


def fund(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """The next milestone without money."""
    milestone = first_in(milestones, *UNFUNDED)
    if milestone is None or contract.state not in FUNDABLE:
        return None
    if milestone.is_being_paid:
        return Turn(
            title=f"The payment of milestone {milestone.position} is being processed.",
            sentence="A payment from a bank account takes about four working days. You will hear "
            "as soon as the money is held.",
            milestone=milestone,
        )
    choice = Choice(label=f"Fund {milestone.price}", url=page("funding", milestone))
    turn = Turn(
        title=f"Your turn: fund milestone {milestone.position}.",
        is_yours=True,
        sentence=f"{milestone.price} is charged and held. It goes to {contract.freelancer} only "
        "when the deliverables are approved.",
        choices=(choice,),
        milestone=milestone,
    ).only_if(can_fund_milestone(user, milestone))
    if contract.state == ContractState.AWAITING_FUNDS:
        return turn.until("Without it the contract lapses on", contract.lapses_at)
    return turn
