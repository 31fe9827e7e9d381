"""Where the money of a contract is, as parts of the money rail."""

from collections.abc import Iterable

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from contracts.units.states import DELIVERABLE, UNFUNDED, UnitState
from payments.escrows.queries.escrows import RAIL, parts_of, place_of


def place_of_unit(unit: Unit) -> str:
    """The rail key of a unit's whole amount; empty once it is cancelled."""
    if unit.state in UNFUNDED:
        return "processing" if unit.is_being_paid else "to_fund"
    if unit.is_disputed:
        return "disputed"
    if unit.state in DELIVERABLE:
        return "held"
    if unit.state == UnitState.SUBMITTED:
        return "in_review"
    if unit.state == UnitState.CANCELLED or unit.escrow is None:
        return ""
    return place_of(unit.escrow)


def rail_of(contract: Contract, units: Iterable[Unit]) -> list[tuple[str, int]]:
    """(rail key, minor units) of a contract; before it is agreed, all of it is to be funded."""
    if contract.is_negotiating and contract.terms is not None:
        return [("to_fund", contract.terms.draft.price.minor)]
    sums = dict.fromkeys(RAIL, 0)
    for unit in units:
        for place, minor in parts_of_unit(unit).items():
            sums[place] += minor
    return list(sums.items())


def parts_of_unit(unit: Unit) -> dict[str, int]:
    """What of a unit's amount is where: a part may have been released or gone back."""
    place, escrow = place_of_unit(unit), unit.escrow
    if not place:
        return {}
    if escrow is None:
        return {place: unit.amount}
    return parts_of(escrow)
