"""The facts that every page of a unit shows."""

from typing import Any

from contracts.units.models.units import Unit
from contracts.units.queries.places import parts_of_unit, place_of_unit


def facts_of(unit: Unit) -> dict[str, Any]:
    return {
        "unit": unit,
        "contract": unit.contract,
        "place": place_of_unit(unit),
        "rail": list(parts_of_unit(unit).items()),
    }
