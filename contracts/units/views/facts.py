"""The facts that every page of a unit shows."""

from typing import Any

from contracts.units.models.units import Unit
from contracts.units.permissions import can_answer_cancellation, can_drop_cancellation
from contracts.units.queries.places import parts_of_unit, place_of_unit
from contracts.units.states import CancellationState


def facts_of(unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit,
        "contract": unit.contract,
        "place": place_of_unit(unit),
        "rail": list(parts_of_unit(unit).items()),
    }


def cancellation_of(unit: Any, user: Any) -> dict[str, Any]:
    """The open question about a unit as `units_with_money` reads it, and who may answer it."""
    if unit.cancellation_side is None:
        return {}
    asked = unit.cancellations.filter(state=CancellationState.ASKED)
    cancellation = asked.select_related("asked_by").first()
    if cancellation is None:  # answered since the unit was read
        return {}
    cancellation.unit = unit
    return {
        "cancellation": cancellation,
        "can_answer": can_answer_cancellation(user, cancellation),
        "can_drop": can_drop_cancellation(user, cancellation),
    }
