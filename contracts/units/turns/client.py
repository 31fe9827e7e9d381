"""Turns of the client about a unit: to fund it, and to review it."""

from collections.abc import Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.agreements.turns.turn import Choice, Turn
from contracts.units.models.units import Unit, kind_of
from contracts.units.permissions import can_fund_unit, can_review_unit


def review(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """The submission whose review period ends first."""
    waiting = [unit for unit in units if unit.is_in_review]
    if not waiting:
        return None
    unit = min(waiting, key=lambda row: row.review_ends_at or contract.offered_at)
    approve = Choice(label=f"Approve {unit.outstanding}", url=f"{unit.get_absolute_url()}approval/")
    change_url = f"{unit.get_absolute_url()}change-request/"
    change = Choice(label="Request changes", url=change_url, is_primary=False)
    asked = getattr(unit, "is_round_asked", False)
    return (
        Turn(
            title=f"Your turn: review {unit.name}.",
            is_yours=True,
            sentence=f"{contract.freelancer} has not said yet whether to take another round."
            if asked
            else "",
            choices=(approve,) if asked else (change, approve),
            amount=unit.outstanding,
        )
        .only_if(can_review_unit(user, unit))
        .until("Without an answer it is approved on", unit.review_ends_at)
    )


def fund(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """The next unit without money."""
    unit = kind_of(contract).next_to_fund(units)
    if unit is None or not unit.is_fundable:
        return None
    if unit.is_being_paid:
        return Turn(
            title=f"The payment of {unit.name} is being processed.",
            sentence="A payment from a bank account takes about four working days. You will hear "
            "as soon as the money is held.",
            amount=unit.outstanding,
        )
    choice = Choice(label=f"Fund {unit.price}", url=f"{unit.get_absolute_url()}funding/")
    turn = Turn(
        title=f"Your turn: fund {unit.name}.",
        is_yours=True,
        sentence=f"{unit.price} is charged and held. It goes to {contract.freelancer} only "
        "when the deliverables are approved.",
        choices=(choice,),
        amount=unit.outstanding,
    ).only_if(can_fund_unit(user, unit))
    if contract.state == ContractState.AWAITING_FUNDS:
        return turn.until("Without it the contract lapses on", contract.lapses_at)
    return turn
