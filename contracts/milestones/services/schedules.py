"""The milestones of a contract, laid down as its signed terms list them."""

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.milestones.models import Milestone
from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.units import Unit


def lay_down_milestones(contract: Contract, draft: TermsDraft) -> None:
    """Make a planned milestone of each one in the terms, in their order."""
    for position, item in enumerate(draft.milestones, start=1):
        unit = Unit.objects.create(
            contract=contract,
            kind="milestone",
            position=position,
            title=item.title,
            amount=item.amount,
            currency=contract.currency,
        )
        Milestone.objects.create(
            unit=unit, phase=item.phase, deliverables=item.deliverables, due_on=item.due_on
        )
        AcceptanceCriterion.objects.bulk_create(
            AcceptanceCriterion(unit=unit, position=number, text=text)
            for number, text in enumerate(item.criteria, start=1)
        )
