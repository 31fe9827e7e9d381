"""Whose turn it is on a contract, and the one next act."""

from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import is_freelancer_of
from contracts.agreements.turns.agreement import sign
from contracts.agreements.turns.turn import Turn
from contracts.change_orders.turns import answer_order, await_answer
from contracts.units.models.units import kind_of


def turn_of(contract: Contract, user: Any) -> Turn | None:
    """The next act as `user` sees it; none once the contract has ended.

    Needs a contract from `contracts_for`, its units from `units_with_money`, and what is proposed
    on it from `with_open_orders`.
    """
    if contract.is_closed:
        return None
    turn = (
        sign(contract, user)
        or answer_order(contract, user)
        or _turn_of_kind(contract, user)
        or await_answer(contract, user)
    )
    if turn is not None and contract.stands_still:
        return turn.stood_still(contract.kept_out_name)
    return turn


def _turn_of_kind(contract: Contract, user: Any) -> Turn | None:
    units, kind = list(contract.units.all()), kind_of(contract)
    is_freelancer = is_freelancer_of(user, contract)
    rules = kind.turns_of_freelancer if is_freelancer else kind.turns_of_client
    turns = (rule(contract, units, user) for rule in rules)
    return next((turn for turn in turns if turn is not None), None)
