"""Who proposes a change of the terms, and who answers: those who sign for their side."""

from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import (
    can_propose_terms,
    can_view_contract,
    hires_for,
    is_freelancer_of,
)
from contracts.change_orders.models import ChangeOrder
from marketplace.core.data.actors import CLIENT


def can_propose_change(user: Any, contract: Contract) -> bool:
    """Those of a trial are the same for everybody who tries."""
    return can_propose_terms(user, contract)


def can_view_change_order(user: Any, order: ChangeOrder) -> bool:
    return can_view_contract(user, order.contract)


def can_answer_change_order(user: Any, order: ChangeOrder) -> bool:
    """The side that did not propose it signs or declines."""
    if order.side == CLIENT:
        return is_freelancer_of(user, order.contract)
    return hires_for(user, order.contract)


def can_withdraw_change_order(user: Any, order: ChangeOrder) -> bool:
    """The side that proposed it may take it back."""
    if order.side == CLIENT:
        return hires_for(user, order.contract)
    return is_freelancer_of(user, order.contract)
