"""Change orders of the demo: one that both have signed, one that waits for its answer."""

from dataclasses import replace

from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from contracts.agreements.models.contracts import Contract
from contracts.change_orders.services.orders import propose_change_order, sign_change_order
from local.demo.content import shapes
from local.demo.stories.cast import FREELANCER_ADDRESS, hirer_of
from marketplace.core.data.actors import freelancer
from projects.briefs.models.phases import Phase


def tell_change(contract: Contract, change: shapes.Change) -> None:
    """Propose it once, and sign it where both have."""
    if contract.change_orders.exists():
        return
    sides = [freelancer(contract.freelancer, FREELANCER_ADDRESS), hirer_of(contract.organisation)]
    proposer, other = reversed(sides) if change.dropped else sides
    assert contract.terms is not None  # both have signed them
    draft = contract.terms.draft
    items = draft.by_number
    if change.dropped:
        del items[change.dropped]
    else:
        items[max(items) + 1] = _added(change)
    order = propose_change_order(
        contract=contract,
        seen=contract.terms.sha256,
        draft=replace(draft, schedule=MilestoneSchedule.of_numbers(items)),
        by=proposer,
        why=change.why,
        name=proposer.user.name,
    )
    if change.is_signed:
        sha256 = order.proposed.sha256
        sign_change_order(order=order, sha256=sha256, by=other, name=other.user.name)


def _added(change: shapes.Change) -> MilestoneDraft:
    return MilestoneDraft(
        title=change.title,
        phase=Phase.HANDOVER,
        deliverables=change.deliverables,
        criteria=change.criteria,
        amount=change.amount,
    )
