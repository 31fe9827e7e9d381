"""Turns of the freelancer about a unit: to wait for its review or for its money."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.agreements.turns.turn import Choice, Turn
from contracts.units.models.units import Unit, kind_of
from contracts.units.states import UnitState
from contracts.units.turns.shared import first_in
from payments.payouts.states import PayeeState


def await_review(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, UnitState.SUBMITTED)
    if unit is None:
        return None
    return Turn(
        title=f"Waiting for {contract.organisation} to review {unit.name}.",
        amount=unit.outstanding,
    ).until("Without an answer it is approved on", unit.review_ends_at)


def await_funds(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = kind_of(contract).next_to_fund(units)
    if unit is None:
        return None
    if unit.is_being_paid:
        return Turn(
            title=f"The payment of {unit.name} is being processed.",
            sentence="It can still fail. Work on it begins when its money is held: you will hear.",
            amount=unit.outstanding,
        )
    turn = Turn(
        title=f"Waiting for {contract.organisation} to fund {unit.name}.",
        sentence="Work on it begins when its money is held: you will hear.",
        choices=_set_up_payouts(contract),
        amount=unit.outstanding,
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
