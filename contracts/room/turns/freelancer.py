"""Turns of the freelancer: deliver, answer, wait for a review or for money."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.milestones.models import Milestone
from contracts.room.turns.turn import Choice, Turn, first_in, page
from contracts.units.states import DELIVERABLE, UNFUNDED, MilestoneState
from payments.payouts.states import PayeeState


def answer_round(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """The client asks for a round beyond the agreed ones."""
    asked = [m for m in milestones if m.is_in_review and getattr(m, "is_round_asked", False)]
    if not asked:
        return None
    milestone = asked[0]
    return Turn(
        title=f"Your turn: answer about milestone {milestone.position}.",
        is_yours=True,
        sentence=f"{contract.organisation} asks for another round of changes, beyond the agreed "
        "ones.",
        choices=(Choice(label="Answer", url=milestone.get_absolute_url() + "#change-request"),),
        milestone=milestone,
    ).until("Without any answer it is approved on", milestone.review_ends_at)


def deliver(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """Changes first, then the earliest funded milestone."""
    milestone = first_in(milestones, MilestoneState.CHANGES_REQUESTED) or first_in(
        milestones, *DELIVERABLE
    )
    if milestone is None:
        return None
    again = " again" if milestone.state == MilestoneState.CHANGES_REQUESTED else ""
    progress = Choice(label="Post progress", url=page("progress", contract), is_primary=False)
    submission = Choice(
        label=f"Deliver milestone {milestone.position}", url=page("submission", milestone)
    )
    return Turn(
        title=f"Your turn: deliver milestone {milestone.position}{again}.",
        is_yours=True,
        sentence=f"{milestone.outstanding} is held. You receive {milestone.outstanding_receives} "
        "when it is approved.",
        choices=(progress, submission),
        milestone=milestone,
    )


def await_review(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = first_in(milestones, MilestoneState.SUBMITTED)
    if milestone is None:
        return None
    return Turn(
        title=f"Waiting for {contract.organisation} to review milestone {milestone.position}.",
        milestone=milestone,
    ).until("Without an answer it is approved on", milestone.review_ends_at)


def await_funds(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = first_in(milestones, *UNFUNDED)
    if milestone is None:
        return None
    if milestone.is_being_paid:
        return Turn(
            title=f"The payment of milestone {milestone.position} is being processed.",
            sentence="It can still fail. Work on it begins when its money is held: you will hear.",
            milestone=milestone,
        )
    turn = Turn(
        title=f"Waiting for {contract.organisation} to fund milestone {milestone.position}.",
        sentence="Work on it begins when its money is held: you will hear.",
        choices=_set_up_payouts(contract),
        milestone=milestone,
    )
    if contract.state == ContractState.AWAITING_FUNDS:
        return turn.until("Without it the contract lapses on", contract.lapses_at)
    return turn


def _set_up_payouts(contract: Contract) -> tuple[Choice, ...]:
    """While others act there is time for what payment needs later."""
    payee = getattr(contract.freelancer, "payee", None)
    if payee is not None and payee.state != PayeeState.NOT_STARTED:
        return ()
    return (Choice(label="Set up payouts", url=reverse("payments:onboarding")),)
