"""Turns on the agreement itself: signing it, and resuming the work."""

from collections.abc import Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_sign_terms, is_freelancer_of
from contracts.agreements.states import ContractState
from contracts.agreements.turns.turn import Choice, Turn, page


def sign(contract: Contract, user: Any) -> Turn | None:
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


def resume(contract: Contract, units: Sequence[Any], user: Any) -> Turn | None:
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
