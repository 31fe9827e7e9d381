"""The milestones of a contract, laid down as its signed terms list them."""

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneDraft
from contracts.agreements.models.contracts import Contract
from contracts.milestones.models import Milestone
from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.units import Unit


def lay_down_milestones(contract: Contract, draft: TermsDraft) -> None:
    """Make a planned milestone of each one in the terms, in their order."""
    for number, item in draft.by_number.items():
        lay_down(contract, number, item)


def lay_down(contract: Contract, number: int, item: MilestoneDraft) -> Unit:
    """Make one planned milestone."""
    unit = Unit.objects.create(
        contract=contract,
        kind="milestone",
        position=number,
        title=item.title,
        amount=item.amount,
        currency=contract.currency,
    )
    Milestone.objects.create(
        unit=unit, phase=item.phase, deliverables=item.deliverables, due_on=item.due_on
    )
    write_criteria(unit, item)
    return unit


def write_criteria(unit: Unit, item: MilestoneDraft) -> None:
    AcceptanceCriterion.objects.bulk_create(
        AcceptanceCriterion(unit=unit, position=number, text=text)
        for number, text in enumerate(item.criteria, start=1)
    )
