"""Whose turn it is on a change order."""

from typing import Any

from contracts.agreements.models.contracts import Contract
from contracts.agreements.turns.agreement import other_side
from contracts.agreements.turns.turn import Choice, Turn
from contracts.change_orders.permissions import can_answer_change_order, can_withdraw_change_order
from contracts.change_orders.queries import open_order_of


def answer_order(contract: Contract, user: Any) -> Turn | None:
    """The other side proposes other terms."""
    order = open_order_of(contract)
    if order is None or not can_answer_change_order(user, order):
        return None
    return Turn(
        title="Your turn: answer a change order.",
        is_yours=True,
        sentence=f"{other_side(contract, user)} has signed other terms. Until you sign them too, "
        "the terms of now go on.",
        choices=(Choice(label="Read the change", url=order.get_absolute_url()),),
    ).until("Without an answer it lapses on", order.lapses_at)


def await_answer(contract: Contract, user: Any) -> Turn | None:
    """One's own side has proposed them."""
    order = open_order_of(contract)
    if order is None or not can_withdraw_change_order(user, order):
        return None
    return Turn(
        title=f"Waiting for {other_side(contract, user)} to answer a change order.",
        sentence="Work goes on by the terms of now.",
        choices=(Choice(label="Read it", url=order.get_absolute_url(), is_primary=False),),
    ).until("Without an answer it lapses on", order.lapses_at)
