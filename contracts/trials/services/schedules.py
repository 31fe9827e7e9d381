"""The one unit of a trial, laid down as its signed terms describe it."""

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.trials.models import Trial
from contracts.trials.queries import NOUN
from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.units import Unit


def lay_down_trial(contract: Contract, draft: TermsDraft) -> None:
    schedule = draft.trial
    unit = Unit.objects.create(
        contract=contract,
        kind=NOUN,
        position=1,
        title="Paid trial",
        amount=schedule.amount,
        currency=contract.currency,
    )
    Trial.objects.create(
        unit=unit, task=schedule.task, hours=schedule.hours, due_days=schedule.due_days
    )
    AcceptanceCriterion.objects.bulk_create(
        AcceptanceCriterion(unit=unit, position=number, text=text)
        for number, text in enumerate(schedule.criteria, start=1)
    )
