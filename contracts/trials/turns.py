"""Whose turn it is on a paid trial."""

from collections.abc import Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.turns.agreement import resume
from contracts.agreements.turns.turn import Choice, Turn, page
from contracts.units.models.units import Rule, Unit
from contracts.units.states import DELIVERABLE, UnitState
from contracts.units.turns.client import fund, review
from contracts.units.turns.freelancer import await_funds, await_review
from contracts.units.turns.shared import answer_cancellation, await_bank, first_in


def deliver(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, *DELIVERABLE)
    if unit is None:
        return None
    again = " again" if unit.state == UnitState.CHANGES_REQUESTED else ""
    progress = Choice(label="Post progress", url=page("progress", contract), is_primary=False)
    submission = Choice(label="Deliver the trial", url=page("trial_submission", unit))
    return Turn(
        title=f"Your turn: deliver the trial{again}.",
        is_yours=True,
        sentence=f"{unit.outstanding} is held. You receive {unit.outstanding_receives} "
        "when it is approved.",
        choices=(progress, submission),
        amount=unit.outstanding,
    ).until("It is due on", unit.ends_at)


def await_delivery(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, *DELIVERABLE)
    if unit is None:
        return None
    again = " again" if unit.state == UnitState.CHANGES_REQUESTED else ""
    return Turn(
        title=f"Waiting for {contract.freelancer} to deliver the trial{again}.",
        sentence=f"{unit.outstanding} is held until you approve.",
        amount=unit.outstanding,
    ).until("It is due on", unit.ends_at)


# The first rule that has something to say decides.
CLIENT: tuple[Rule, ...] = (await_bank, answer_cancellation, review, resume, await_delivery, fund)
FREELANCER: tuple[Rule, ...] = (
    *(await_bank, answer_cancellation, resume, deliver, await_review, await_funds),
)
