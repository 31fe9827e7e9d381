"""Where the money of a contract is, as parts of the money rail."""

from collections.abc import Iterable

from contracts.models import Contract, Milestone
from contracts.states import DELIVERABLE, UNFUNDED, MilestoneState
from payments.queries.escrows import place_of

ORDER = ("to_fund", "held", "in_review", "clearing", "paid", "refunded")


def place_of_milestone(milestone: Milestone) -> str:
    """The rail key of a milestone's whole amount; empty once it is cancelled."""
    if milestone.state in UNFUNDED:
        return "to_fund"
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
    sums = dict.fromkeys(ORDER, 0)
    for milestone in milestones:
        place = place_of_milestone(milestone)
        if place:
            sums[place] += milestone.amount
    return list(sums.items())
