"""What the desk shows of contracts: what waits for the viewer, and what for the other side."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst

from accounts.desk.registry import Item, Panel, register_items, register_panel
from contracts.agreements.permissions import viewing_side
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.states import CLOSED
from contracts.agreements.turns.turn import Turn
from contracts.change_orders.queries import with_open_orders
from contracts.room.turns import turn_of
from contracts.units.queries.places import rail_of
from contracts.units.queries.units import with_units

SHOWN = 30


@register_items("client")
def turns_of_client(request: HttpRequest) -> Iterable[Item]:
    return _items(request, ~Q(freelancer=request.user))


@register_items("freelancer")
def turns_of_freelancer(request: HttpRequest) -> Iterable[Item]:
    return _items(request, Q(freelancer=request.user))


@register_panel("client", order=10)
def contracts_of_client(request: HttpRequest) -> Panel | None:
    return _panel(request, ~Q(freelancer=request.user))


@register_panel("freelancer", order=10)
def contracts_of_freelancer(request: HttpRequest) -> Panel | None:
    return _panel(request, Q(freelancer=request.user))


def _items(request: HttpRequest, side: Q) -> Iterable[Item]:
    for contract, turn in _turns(request, side):
        choice = next((each for each in turn.choices if each.is_primary), None) if turn else None
        if turn and turn.is_yours and choice:
            yield Item(
                title=capfirst(turn.title.removeprefix("Your turn: ").removesuffix(".")),
                about=contract.title,
                about_url=contract.get_absolute_url(),
                act=choice.label,
                url=choice.url,
                method=choice.method,
                amount=turn.amount,
                due_at=turn.due_at,
                due_words=turn.due_words,
            )


def _panel(request: HttpRequest, side: Q) -> Panel | None:
    """Open contracts of one side on which nothing waits for the viewer."""
    waiting = [
        _row(contract, turn, request.user)
        for contract, turn in _turns(request, side)
        if not (turn and turn.is_yours and turn.choices)
    ]
    if not waiting:
        return None
    template = "contracts/contract_desk.html"
    return Panel("Contracts under way", template, {"rows": waiting})


def _turns(request: HttpRequest, side: Q) -> list[tuple[Any, Turn | None]]:
    """Open contracts of one side with their next act; read once for each request."""
    kept = request.__dict__.setdefault("_turns_of_contracts", {})
    if str(side) not in kept:
        open_ones = contracts_for(request.user).filter(side).exclude(state__in=CLOSED)
        rows = with_open_orders(with_units(open_ones))[:SHOWN]
        kept[str(side)] = [(contract, turn_of(contract, request.user)) for contract in rows]
    return kept[str(side)]


def _row(contract: Any, turn: Turn | None, user: Any) -> dict[str, Any]:
    return {
        "contract": contract,
        "turn": turn,
        "rail": rail_of(contract, contract.units.all()),
        "side": viewing_side(user, contract),
    }
