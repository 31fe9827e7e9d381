"""Whose turn it is on a contract, and the one next act."""

from collections.abc import Callable, Sequence
from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import is_freelancer_of
from contracts.milestones.models import Milestone
from contracts.room.turns.client import await_delivery, fund, review
from contracts.room.turns.freelancer import answer_round, await_funds, await_review, deliver
from contracts.room.turns.shared import answer_cancellation, await_bank, resume, sign
from contracts.room.turns.turn import Choice, Turn

__all__ = ["Choice", "Turn", "turn_of"]

Rule = Callable[[Contract, Sequence[Milestone], Any], Turn | None]

# The first rule that has something to say decides.
CLIENT: tuple[Rule, ...] = (
    *(sign, await_bank, answer_cancellation, review, resume, await_delivery),
    fund,
)
FREELANCER: tuple[Rule, ...] = (
    *(sign, await_bank, answer_cancellation, answer_round, resume, deliver, await_review),
    await_funds,
)


def turn_of(contract: Contract, user: Any) -> Turn | None:
    """The next act as `user` sees it; none once the contract has ended.

    Needs a contract from `contracts_for`, its milestones from `milestones_with_money`.
    """
    if contract.is_closed:
        return None
    milestones = list(contract.milestones.all())
    rules = FREELANCER if is_freelancer_of(user, contract) else CLIENT
    turns = (rule(contract, milestones, user) for rule in rules)
    turn = next((turn for turn in turns if turn is not None), None)
    if turn is not None and contract.stands_still:
        return turn.stood_still(contract.kept_out_name)
    return turn
