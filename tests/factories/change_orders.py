"""Change orders, made by the services that the pages call."""

from dataclasses import replace
from typing import Any

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from contracts.agreements.models.contracts import Contract
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.services.orders import propose_change_order, sign_change_order
from marketplace.core.data.actors import CLIENT, Actor, client, freelancer
from tests.factories.contracts import fresh

ADDED = MilestoneDraft(
    title="Monitoring of drift",
    phase="handover",
    deliverables="A dashboard and its job.",
    criteria=("The job runs daily.",),
    amount=120_000,
)


def draft_of(contract: Contract) -> TermsDraft:
    assert contract.terms is not None
    return contract.terms.draft


def changed(draft: TermsDraft, **numbers: MilestoneDraft | None) -> TermsDraft:
    """`m2=None` drops milestone 2, `m3=…` puts one there."""
    items: dict[int, Any] = draft.by_number | {int(key[1:]): it for key, it in numbers.items()}
    kept = {number: item for number, item in items.items() if item is not None}
    return replace(draft, schedule=MilestoneSchedule.of_numbers(kept))


def propose(contract: Contract, draft: TermsDraft, by: Actor, why: str = "It is needed.") -> Any:
    contract = fresh(contract)
    assert contract.terms is not None
    return propose_change_order(
        contract=contract,
        seen=contract.terms.sha256,
        draft=draft,
        by=by,
        why=why,
        name=str(by.user),
    )


def sign(order: ChangeOrder) -> ChangeOrder:
    """By the side that did not propose it."""
    order = fresh(order)
    contract = order.contract
    by = freelancer(contract.freelancer) if order.side == CLIENT else client(contract.offered_by)
    return sign_change_order(order=order, sha256=order.proposed.sha256, by=by, name=str(by.user))
