"""Turns that both sides have: signing, answering, resuming."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Side
from contracts.agreements.permissions import can_sign_terms, is_freelancer_of
from contracts.agreements.states import ContractState
from contracts.milestones.models import Milestone
from contracts.room.turns.turn import Choice, Turn, page


def sign(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """Until both have signed the version on the table."""
    if not contract.is_negotiating:
        return None
    mine, theirs = _signed(contract, user)
    other = other_side(contract, user)
    if mine:
        turn = Turn(title=f"Waiting for {other} to sign.", sentence="Your side has signed.")
    else:
        signed = f"{other} has signed. " if theirs else ""
        turn = Turn(
            title="Your turn: read and sign the terms.",
            is_yours=True,
            sentence=f"{signed}Nothing is paid before both have signed.",
            choices=(Choice(label="Read and sign", url=page("signature", contract)),),
        ).only_if(can_sign_terms(user, contract))
    return turn.until("The offer lapses on", contract.lapses_at)


def answer_cancellation(
    contract: Contract, milestones: Sequence[Milestone], user: Any
) -> Turn | None:
    """The other side asks to cancel a milestone."""
    mine = Side.FREELANCER if is_freelancer_of(user, contract) else Side.CLIENT
    asked = [m for m in milestones if getattr(m, "cancellation_side", None) not in (None, mine)]
    if not asked:
        return None
    milestone = asked[0]
    money = (
        f"If you agree, {milestone.outstanding} goes back to {contract.organisation}."
        if milestone.funded_at
        else "Nothing has been paid for it."
    )
    return Turn(
        title=f"Your turn: answer about milestone {milestone.position}.",
        is_yours=True,
        sentence=f"{other_side(contract, user)} asks to cancel it. {money}",
        choices=(Choice(label="Answer", url=milestone.get_absolute_url() + "#cancellation"),),
        milestone=milestone,
    ).only_if(can_sign_terms(user, contract))


def await_bank(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """A bank disputes a payment: that news comes before whatever else could be done."""
    disputed = [milestone for milestone in milestones if milestone.is_disputed]
    if not disputed:
        return None
    milestone = disputed[0]
    return Turn(
        title=f"The card holder’s bank disputes the payment of milestone {milestone.position}.",
        sentence="Nothing of it moves, and no review period runs, until the bank has decided, "
        "usually within 60 to 75 days. Our staff answer the bank.",
        choices=(
            Choice(
                label="What happens now",
                url=reverse("payments:escrow", args=[milestone.held_in.public_id]),
                is_primary=False,
            ),
        ),
        milestone=milestone,
    )


def resume(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    if contract.state != ContractState.PAUSED:
        return None
    choice = Choice(label="Resume the contract", url=page("resumption", contract), method="post")
    return Turn(
        title="The contract is paused.",
        sentence="Nothing is funded or delivered until either side resumes it.",
        choices=(choice,),
    ).only_if(can_sign_terms(user, contract))


def other_side(contract: Contract, user: Any) -> str:
    other = contract.organisation if is_freelancer_of(user, contract) else contract.freelancer
    return str(other)


def _signed(contract: Contract, user: Any) -> tuple[bool, bool]:
    """Whether the viewer's side and the other one have signed; see `contracts_for`."""
    sides = (contract.client_signed, contract.freelancer_signed)  # type: ignore[attr-defined]
    return sides[::-1] if is_freelancer_of(user, contract) else sides
