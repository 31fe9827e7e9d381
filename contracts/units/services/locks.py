"""Locking units; the order: docs/decisions/0020-lock-order.md."""

from contracts.milestones.models import Milestone
from marketplace.core.data.locks import lock


def lock_milestone(milestone: Milestone) -> None:
    """Lock a milestone below its contract; both are read afresh in place."""
    contract = milestone.contract
    lock(contract)
    lock(milestone)
    milestone.contract = contract
