"""A moderator ends a review that stands still, for a side that cannot act.

Approving is an act of staff on money like the others: above the set amount a second person is
asked, and what it rested on must still be so. Refunding is one already.
"""

from collections.abc import Mapping
from typing import Any

from contracts.agreements.services.standstills import stands_still
from contracts.units.errors import ReviewNotStandingStill
from contracts.units.models.units import Unit
from contracts.units.services.locks import lock_unit
from marketplace.core.data.actors import Actor
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.held_funds import refuse_unheld
from payments.staff.models import AdjustmentAct
from payments.staff.services.adjustment_acts import AdjustmentSteps, register_steps


def lock_standing_review(escrow: Escrow) -> Unit:
    """Lock the delivered unit of `escrow`; raises ReviewNotStandingStill or EscrowNotHeld."""
    unit: Unit | None = getattr(escrow, "unit", None)
    if unit is None:
        raise ReviewNotStandingStill
    lock_unit(unit)
    if not unit.is_in_review or not stands_still(unit.contract):
        raise ReviewNotStandingStill
    refuse_unheld(escrow)
    return unit


def _look(escrow: Escrow, parameters: Mapping[str, Any]) -> dict[str, int]:
    lock_standing_review(escrow)
    return {"held": escrow.held.minor}


def _amount(escrow: Escrow, parameters: Mapping[str, Any]) -> Money:
    return escrow.held


def _approve(escrow: Escrow, parameters: Mapping[str, Any], by: Actor, why: str) -> None:
    unit = lock_standing_review(escrow)
    unit.of_kind.approve(unit, by, why)


register_steps(
    AdjustmentAct.APPROVE_WORK, AdjustmentSteps(look=_look, amount=_amount, carry_out=_approve)
)
