"""Whose turn it is on a contract of milestones."""

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


def answer_round(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """The client asks for a round beyond the agreed ones."""
    asked = [m for m in units if m.is_in_review and getattr(m, "is_round_asked", False)]
    if not asked:
        return None
    unit = asked[0]
    return Turn(
        title=f"Your turn: answer about {unit.name}.",
        is_yours=True,
        sentence=f"{contract.organisation} asks for another round of changes, beyond the agreed "
        "ones.",
        choices=(Choice(label="Answer", url=unit.get_absolute_url() + "#change-request"),),
        amount=unit.outstanding,
    ).until("Without any answer it is approved on", unit.review_ends_at)


def deliver(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """Changes first, then the earliest funded milestone."""
    unit = first_in(units, UnitState.CHANGES_REQUESTED) or first_in(units, *DELIVERABLE)
    if unit is None:
        return None
    again = " again" if unit.state == UnitState.CHANGES_REQUESTED else ""
    progress = Choice(label="Post progress", url=page("progress", contract), is_primary=False)
    submission = Choice(label=f"Deliver {unit.name}", url=page("submission", unit))
    return Turn(
        title=f"Your turn: deliver {unit.name}{again}.",
        is_yours=True,
        sentence=f"{unit.outstanding} is held. You receive {unit.outstanding_receives} "
        "when it is approved.",
        choices=(progress, submission),
        amount=unit.outstanding,
    )


def await_delivery(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    unit = first_in(units, *DELIVERABLE)
    if unit is None:
        return None
    again = " again" if unit.state == UnitState.CHANGES_REQUESTED else ""
    return Turn(
        title=f"Waiting for {contract.freelancer} to deliver {unit.name}{again}.",
        sentence=f"{unit.outstanding} is held until you approve.",
        amount=unit.outstanding,
    )


# The first rule that has something to say decides.
CLIENT: tuple[Rule, ...] = (await_bank, answer_cancellation, review, resume, await_delivery, fund)
FREELANCER: tuple[Rule, ...] = (
    *(await_bank, answer_cancellation, answer_round, resume, deliver, await_review),
    await_funds,
)
