"""Change orders, scoped to who looks, and the terms that hold at a moment."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
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
    """Each with `open_orders`, a list of one or none, for whose turn it is."""
    waiting = ChangeOrder.objects.filter(state__in=OPEN)
    return contracts.prefetch_related(Prefetch("change_orders", waiting, to_attr="open_orders"))


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
