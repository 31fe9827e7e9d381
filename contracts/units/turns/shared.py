"""Turns that both sides have about a unit: the bank, and a question about cancelling."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Side
from contracts.agreements.permissions import can_sign_terms, is_freelancer_of
from contracts.agreements.turns.agreement import other_side
from contracts.agreements.turns.turn import Choice, Turn
from contracts.units.models.units import Unit
from contracts.units.states import UnitState


def first_in(units: Sequence[Unit], *states: UnitState) -> Unit | None:
    return next((unit for unit in units if unit.state in states), None)


def answer_cancellation(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """The other side asks to cancel a unit."""
    mine = Side.FREELANCER if is_freelancer_of(user, contract) else Side.CLIENT
    asked = [m for m in units if getattr(m, "cancellation_side", None) not in (None, mine)]
    if not asked:
        return None
    unit = asked[0]
    money = (
        f"If you agree, {unit.outstanding} goes back to {contract.organisation}."
        if unit.funded_at
        else "Nothing has been paid for it."
    )
    return Turn(
        title=f"Your turn: answer about {unit.name}.",
        is_yours=True,
        sentence=f"{other_side(contract, user)} asks to cancel it. {money}",
        choices=(Choice(label="Answer", url=unit.get_absolute_url() + "#cancellation"),),
        amount=unit.outstanding,
    ).only_if(can_sign_terms(user, contract))


def await_bank(contract: Contract, units: Sequence[Unit], user: Any) -> Turn | None:
    """A bank disputes a payment: that news comes before whatever else could be done."""
    disputed = [unit for unit in units if unit.is_disputed]
    if not disputed:
        return None
    unit = disputed[0]
    return Turn(
        title=f"The card holder’s bank disputes the payment of {unit.name}.",
        sentence="Nothing of it moves, and no review period runs, until the bank has decided, "
        "usually within 60 to 75 days. Our staff answer the bank.",
        choices=(
            Choice(
                label="What happens now",
                url=reverse("payments:escrow", args=[unit.held_in.public_id]),
                is_primary=False,
            ),
        ),
        amount=unit.outstanding,
    )
