"""Where the money of a contract is, as parts of the money rail."""

from collections.abc import Iterable

from contracts.agreements.models.contracts import Contract
from contracts.milestones.models import Milestone
from contracts.units.states import DELIVERABLE, UNFUNDED, MilestoneState
from payments.escrows.queries.escrows import RAIL, parts_of, place_of


def place_of_milestone(milestone: Milestone) -> str:
    """The rail key of a milestone's whole amount; empty once it is cancelled."""
    if milestone.state in UNFUNDED:
        return "processing" if milestone.is_being_paid else "to_fund"
    if milestone.is_disputed:
        return "disputed"
    if milestone.state in DELIVERABLE:
        return "held"
    if milestone.state == MilestoneState.SUBMITTED:
        return "in_review"
    if milestone.state == MilestoneState.CANCELLED or milestone.escrow is None:
        return ""
    return place_of(milestone.escrow)


def rail_of(contract: Contract, milestones: Iterable[Milestone]) -> list[tuple[str, int]]:
    """(rail key, minor units) of a contract; before it is agreed, all of it is to be funded."""
    if contract.is_negotiating and contract.terms is not None:
        return [("to_fund", contract.terms.draft.price.minor)]
    sums = dict.fromkeys(RAIL, 0)
    for milestone in milestones:
        for place, minor in parts_of_milestone(milestone).items():
            sums[place] += minor
    return list(sums.items())


def parts_of_milestone(milestone: Milestone) -> dict[str, int]:
    """What of a milestone's amount is where: a part may have been released or gone back."""
    place, escrow = place_of_milestone(milestone), milestone.escrow
    if not place:
        return {}
    if escrow is None or milestone.state in UNFUNDED:
        return {place: milestone.amount}
    return parts_of(escrow)
