"""Whose turn it is on a contract by the hour."""

from collections.abc import Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.agreements.turns.agreement import resume
from contracts.agreements.turns.turn import Choice, Turn, page
from contracts.timesheets.models.weeks import early_until
from contracts.units.models.units import Rule, Unit
from contracts.units.permissions import can_fund_unit, can_review_unit
from contracts.units.states import UnitState
from contracts.units.turns.freelancer import await_funds, await_review
from contracts.units.turns.shared import answer_cancellation, await_bank, first_in


def review(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """The week that silence approves first."""
    waiting = [unit for unit in units if unit.is_in_review]
    if not waiting:
        return None
    unit = min(waiting, key=lambda row: row.review_ends_at or contract.offered_at)
    approve = Choice(label=f"Approve {unit.outstanding}", url=page("week_approval", unit))
    look = Choice(label="Look at the lines", url=unit.get_absolute_url(), is_primary=False)
    return (
        Turn(
            title=f"Your turn: answer {unit.name}.",
            is_yours=True,
            sentence="Approve it, or contest single lines; the rest is paid.",
            choices=(look, approve),
            amount=unit.outstanding,
        )
        .only_if(can_review_unit(user, unit))
        .until("Without an answer it is approved on", unit.review_ends_at)
    )


def fund(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    due = [unit for unit in units if early_until(unit) is None]
    unit = first_in(due, UnitState.PLANNED, UnitState.AWAITING_FUNDS)
    if unit is None or not unit.is_fundable:
        return None
    if unit.is_being_paid:
        return Turn(
            title=f"The payment of {unit.name} is being processed.",
            sentence="Its time opens as soon as the money is held: you will hear.",
            amount=unit.outstanding,
        )
    choice = Choice(label=f"Fund {unit.to_charge}", url=page("week_funding", unit))
    turn = Turn(
        title=f"Your turn: fund {unit.name}.",
        is_yours=True,
        sentence=f"{unit.to_charge} is charged and held, for the week at its limit. Only approved "
        f"time goes to {contract.freelancer}; what is not used pays for the next week.",
        choices=(choice,),
        amount=unit.to_charge,
    ).only_if(can_fund_unit(user, unit))
    if contract.state == ContractState.AWAITING_FUNDS:
        return turn.until("Without it the contract lapses on", contract.lapses_at)
    return turn.until("Time is paid from the payment on, until", unit.ends_at)


def await_time(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, UnitState.FUNDED)
    if unit is None:
        return None
    return Turn(
        title=f"{contract.freelancer} works in {unit.name}.",
        sentence=f"{unit.outstanding} is held. You see every line as it is written down.",
        choices=(Choice(label="Look at the week", url=unit.get_absolute_url(), is_primary=False),),
        amount=unit.outstanding,
    )


def await_answer(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """Lines that the client contests, of a week whose rest is paid."""
    unit = first_in(units, UnitState.PARTLY_APPROVED)
    if unit is None:
        return None
    return Turn(
        title=f"Waiting for {contract.freelancer} to answer about {unit.name}.",
        sentence=f"{unit.outstanding} is contested and stays held. The rest was paid.",
        choices=(Choice(label="Look at the lines", url=unit.get_absolute_url(), is_primary=False),),
        amount=unit.outstanding,
    )


def answer_contest(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, UnitState.PARTLY_APPROVED)
    if unit is None:
        return None
    return Turn(
        title=f"Your turn: answer about {unit.name}.",
        is_yours=True,
        sentence=f"{contract.organisation} contests lines worth {unit.outstanding}. They stay "
        "held until one of you gives way.",
        choices=(Choice(label="Answer", url=unit.get_absolute_url() + "#lines"),),
        amount=unit.outstanding,
    )


def log_time(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, UnitState.FUNDED)
    if unit is None:
        return None
    return Turn(
        title=f"Your turn: write your time down in {unit.name}.",
        is_yours=True,
        sentence=f"{unit.outstanding} is held, the week at its limit.",
        choices=(Choice(label="Write time down", url=unit.get_absolute_url()),),
        amount=unit.outstanding,
    )


# The first rule that has something to say decides.
CLIENT: tuple[Rule, ...] = (
    *(await_bank, answer_cancellation, review, resume, fund, await_answer, await_time),
)
FREELANCER: tuple[Rule, ...] = (
    *(await_bank, answer_cancellation, answer_contest, resume, log_time, await_review),
    await_funds,
)
