"""Locks are taken in one order: contract, milestone, escrow, payee, operation."""

from contracts.milestones.models import Milestone
from marketplace.core.data.locks import lock


def lock_milestone(milestone: Milestone) -> None:
    """Lock a milestone below its contract; both are read afresh in place."""
    contract = milestone.contract
    lock(contract)
    lock(milestone)
    milestone.contract = contract
