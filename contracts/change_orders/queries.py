"""Change orders, scoped to who looks, and the terms that hold at a moment."""

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.shortcuts import get_object_or_404
from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import contracts_for
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.states import OPEN, ChangeOrderState


def change_order_for(user: Any, public_id: Any) -> ChangeOrder:
    """One of a contract that `user` is on a side of."""
    orders = ChangeOrder.objects.select_related("base", "proposed", "proposed_by")
    contracts = contracts_for(user)
    order = get_object_or_404(
        orders.filter(contract__in=contracts.values("pk")), public_id=public_id
    )
    order.contract = contracts.get(pk=order.contract_id)
    return order


def change_orders_of(contract: Contract) -> QuerySet[ChangeOrder]:
    """The newest first."""
    orders = contract.change_orders.select_related("base", "proposed", "proposed_by")
    return orders.order_by("-id")


def with_open_orders(contracts: QuerySet[Contract]) -> QuerySet[Contract]:
    """Each with what of its open change order says whose turn it is; see `open_order_of`."""
    waiting = ChangeOrder.objects.filter(contract=OuterRef("pk"), state__in=OPEN)
    return contracts.annotate(
        open_order_id=Subquery(waiting.values("public_id")[:1]),
        open_order_side=Subquery(waiting.values("side")[:1]),
        open_order_lapses_at=Subquery(waiting.values("lapses_at")[:1]),
    )


def open_order_of(contract: Contract) -> ChangeOrder | None:
    """Of a contract from `with_open_orders`; not a row to act on, but to say whose turn it is."""
    public_id = getattr(contract, "open_order_id", None)
    if public_id is None:
        return None
    return ChangeOrder(
        public_id=public_id,
        contract=contract,
        side=contract.open_order_side,  # type: ignore[attr-defined]
        lapses_at=contract.open_order_lapses_at,  # type: ignore[attr-defined]
    )


def draft_in_force(contract: Contract, at: datetime) -> TermsDraft:
    """The terms that hold at a moment: a signed change may hold from a later one on."""
    later = contract.change_orders.filter(
        state=ChangeOrderState.SIGNED, takes_effect_at__gt=at
    ).order_by("takes_effect_at", "pk")
    first = later.select_related("base").first()
    if first is not None:
        return first.base.draft
    assert contract.terms is not None  # both have signed them
    return contract.terms.draft


def orders_to_lapse() -> QuerySet[ChangeOrder]:
    due = ChangeOrder.objects.filter(state__in=OPEN, lapses_at__lte=timezone.now())
    return due.filter(contract__stands_still_since=None).select_related("contract")
