"""What the desk shows of contracts: whose turn it is, on either side."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from accounts.desk import Panel, register_panel
from contracts.permissions import viewing_side
from contracts.queries.contracts import contracts_for, with_milestones
from contracts.queries.places import rail_of
from contracts.queries.turns import turn_of
from contracts.states import CLOSED

SHOWN = 10


@register_panel("client", order=10)
def contracts_of_client(request: HttpRequest) -> Panel | None:
    return _panel(request, ~Q(freelancer=request.user))


@register_panel("freelancer", order=10)
def contracts_of_freelancer(request: HttpRequest) -> Panel | None:
    return _panel(request, Q(freelancer=request.user))


def _panel(request: HttpRequest, side: Q) -> Panel | None:
    """Open contracts of one side, those first that wait for the viewer."""
    open_ones = contracts_for(request.user).filter(side).exclude(state__in=CLOSED)
    rows = [_row(contract, request.user) for contract in with_milestones(open_ones)[:SHOWN]]
    if not rows:
        return None
    rows.sort(key=lambda row: not (row["turn"] and row["turn"].is_yours))
    return Panel("Your contracts", "contracts/parts/desk_contracts.html", {"rows": rows})


def _row(contract: Any, user: Any) -> dict[str, Any]:
    return {
        "contract": contract,
        "turn": turn_of(contract, user),
        "rail": rail_of(contract, contract.milestones.all()),
        "side": viewing_side(user, contract),
    }
