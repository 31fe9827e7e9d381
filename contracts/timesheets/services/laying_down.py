"""Weeks are laid down one by one: for their Friday, or earlier for what another one left."""

from datetime import datetime

from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.change_orders.queries import draft_in_force
from contracts.timesheets.cycle.clock import WEEK, next_start, week_to_lay_down
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.queries.weeks import NOUN, newest_end, unpaid_weeks
from contracts.units.models.units import Unit
from marketplace.core.text.moments import day_of


def lay_down_first_week(contract: Contract, draft: TermsDraft) -> None:
    """Make the week that the client funds first; when it begins, its money says."""
    _lay_down(contract, draft, position=1, title="First week")


def title_of(starts_at: datetime) -> str:
    return f"Week of {day_of(starts_at.date())}"


def lay_down_due(contract: Contract) -> None:
    """Make the weeks of a locked contract that are to be charged by now."""
    ended_at = newest_end(contract)
    while ended_at is not None:
        starts_at = week_to_lay_down(ended_at, timezone.now())
        if starts_at is None:
            return
        ended_at = _lay_down_from(contract, starts_at).ends_at


def next_unpaid(contract: Contract) -> Unit:
    """The first week of a locked contract that money can pay for; laid down where none is."""
    unit = unpaid_weeks().filter(contract=contract).select_related("escrow").first()
    if unit is not None:
        unit.contract = contract
        return unit
    ended_at = newest_end(contract)
    assert ended_at is not None  # what is left over is of a week with days
    return _lay_down_from(contract, next_start(ended_at, timezone.now()))


def _lay_down_from(contract: Contract, starts_at: datetime) -> Unit:
    draft = draft_in_force(contract, starts_at)
    position, title = contract.units.count() + 1, title_of(starts_at)
    unit = _lay_down(contract, draft, position=position, title=title)
    unit.starts_at, unit.ends_at = starts_at, starts_at + WEEK
    unit.save(update_fields=["starts_at", "ends_at"])
    return unit


def _lay_down(contract: Contract, draft: TermsDraft, *, position: int, title: str) -> Unit:
    hours = draft.hours
    unit = Unit.objects.create(
        contract=contract,
        kind=NOUN,
        position=position,
        title=title,
        amount=hours.of_a_week,
        currency=contract.currency,
    )
    Week.objects.create(
        unit=unit,
        rate=hours.rate,
        waiting_rate=hours.waiting_rate,
        limit_hours=hours.weekly_hours,
    )
    return unit
