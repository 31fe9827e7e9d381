"""The reviews of a contract go on when both of its sides can act again."""

from datetime import datetime

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.standstills import continued
from contracts.units.services.locks import lock_unit
from contracts.units.services.review_ends import move_review_end
from contracts.units.states import UnitState


def continue_reviews(*, contract: Contract, since: datetime) -> None:
    """Let each review of a locked contract go on for what was left of it `since` it stood still."""
    for unit in contract.units.filter(state=UnitState.SUBMITTED).select_related("escrow"):
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
        if unit.review_ends_at is not None and unit.submitted_at is not None:
            began = max(since, unit.submitted_at)
            move_review_end(unit, continued(unit.review_ends_at, began))
