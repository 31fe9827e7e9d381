"""Whose turn it is on a retainer."""

from collections.abc import Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.agreements.turns.agreement import resume
from contracts.agreements.turns.turn import Choice, Turn, page
from contracts.units.models.units import Rule, Unit
from contracts.units.permissions import can_fund_unit, can_review_unit
from contracts.units.states import UnitState
from contracts.units.turns.freelancer import await_funds, await_review
from contracts.units.turns.shared import answer_cancellation, await_bank, first_in


def _look(unit: Unit) -> Choice:
    return Choice(label="Look at the period", url=unit.get_absolute_url(), is_primary=False)


def _current(units: Sequence[Unit]) -> Unit | None:
    """The paid period that runs, or else begins first."""
    return first_in(units, UnitState.FUNDED)


def review(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, UnitState.SUBMITTED)
    if unit is None:
        return None
    approve = Choice(label=f"Approve {unit.outstanding}", url=page("period_approval", unit))
    return (
        Turn(
            title=f"Your turn: read the report of {unit.name}.",
            is_yours=True,
            sentence="It says how the model does, and what the freelancer stands for.",
            choices=(_look(unit), approve),
            amount=unit.outstanding,
        )
        .only_if(can_review_unit(user, unit))
        .until("Without an answer it is approved on", unit.review_ends_at)
    )


def fund(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, UnitState.PLANNED, UnitState.AWAITING_FUNDS)
    if unit is None or not unit.is_fundable:
        return None
    if unit.is_being_paid:
        return Turn(
            title=f"The payment of {unit.name} is being processed.",
            sentence="It counts as soon as the money is held: you will hear.",
            amount=unit.outstanding,
        )
    turn = Turn(
        title=f"Your turn: fund {unit.name}.",
        is_yours=True,
        sentence=f"{unit.price} is charged and held until its report is approved.",
        choices=(Choice(label=f"Fund {unit.to_charge}", url=page("period_funding", unit)),),
        amount=unit.outstanding,
    ).only_if(can_fund_unit(user, unit))
    if contract.state == ContractState.AWAITING_FUNDS:
        return turn.until("Without it the contract lapses on", contract.lapses_at)
    if contract.is_paused:
        return turn
    return turn.until("Without it the contract rests from", unit.period.grace_ends_at)


def resume_or_fund(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """What was paused because a period is not paid goes on with its money."""
    return fund(contract, units, user) if contract.is_paused else None


def decide_without(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """A report is missing: the client may wait, or approve all the same."""
    unit = next((unit for unit in units if unit.is_funded and unit.period.misses_report), None)
    if unit is None:
        return None
    choices = (_look(unit),)
    return Turn(
        title=f"The report of {unit.name} is missing.",
        sentence=f"{contract.freelancer} was asked for it. {unit.outstanding} stays held until "
        "it is there; you may approve without it.",
        choices=choices,
        amount=unit.outstanding,
    )


def await_work(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = _current(units)
    if unit is None:
        return None
    return Turn(
        title=f"{contract.freelancer} looks after {unit.name}.",
        sentence=f"{unit.outstanding} is held until its report is approved.",
        choices=(_look(unit),),
        amount=unit.outstanding,
    ).until("It ends on", unit.ends_at)


def report(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = next((unit for unit in units if unit.period.awaits_report), None)
    if unit is None or not contract.is_running or contract.is_paused:
        return None
    choice = Choice(label="Write the report", url=page("period_report", unit))
    return Turn(
        title=f"Your turn: report {unit.name}.",
        is_yours=True,
        sentence="What was done, how the model does, and the choice that you sign.",
        choices=(choice,),
        amount=unit.outstanding,
    ).until("It is due on", unit.period.report_due_at)


def work(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = _current(units)
    if unit is None:
        return None
    return Turn(
        title=f"Your turn: look after {unit.name}.",
        is_yours=True,
        sentence=f"{unit.outstanding} is held. Its report is due when the period is over.",
        choices=(Choice(label="Open the period", url=unit.get_absolute_url()),),
        amount=unit.outstanding,
    ).until("It ends on", unit.ends_at)


# The first rule that has something to say decides.
CLIENT: tuple[Rule, ...] = (
    *(await_bank, answer_cancellation, review, resume_or_fund, resume, fund),
    *(decide_without, await_work),
)
FREELANCER: tuple[Rule, ...] = (
    *(await_bank, answer_cancellation, report, resume, await_review, work, await_funds),
)
