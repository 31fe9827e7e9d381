"""Periods are laid down one by one: the first with the signatures, each other for its charge."""

from datetime import date, timedelta

from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.change_orders.queries import draft_in_force
from contracts.retainers.cycle.clock import midnight, months_after, next_renewal
from contracts.retainers.models.periods import Period
from contracts.retainers.queries.periods import NOUN, last_start_of, newest_period
from contracts.timesheets.queries.entries import lines_of
from contracts.units.models.units import Unit
from marketplace.core.text.moments import day_of


def lay_down_first_period(contract: Contract, draft: TermsDraft) -> None:
    """Make the period that begins on the day on which both have signed."""
    today = timezone.now().date()
    _lay_down(contract, draft, starts_on=today, renews_from=today, renewals=1)


def lay_down_due(contract: Contract) -> None:
    """Make the periods of a locked contract that are to be charged by now."""
    while (newest := newest_period(contract)) is not None:
        period = newest.period
        renewal = next_renewal(period.renews_from, period.renewals, timezone.now())
        if renewal is None:
            return
        starts_on = months_after(period.renews_from, renewal)
        last = last_start_of(contract)
        if last is not None and midnight(starts_on) >= last:
            return
        unit = _lay_down(
            contract,
            draft_in_force(contract, midnight(starts_on)),
            starts_on=starts_on,
            renews_from=period.renews_from,
            renewals=renewal + 1,
        )
        roll_into(unit.period, newest)


def roll_into(period: Period, before: Unit) -> None:
    """Let what the closed period right before left roll into this one, within its included."""
    if before.period.closed_at is None or before.ends_at != period.unit.starts_at:
        return
    hours, takes = before.period.hours(lines_of(before)), period.hours(())
    if hours is not None and takes is not None:
        period.rolled_seconds = min(hours.rolls_over, takes.included // 4)
        period.save(update_fields=["rolled_seconds"])


def title_of(starts_on: date, ends_on: date) -> str:
    """Its first and its last day."""
    return f"{day_of(starts_on)} to {day_of(ends_on - timedelta(days=1))}"


def _lay_down(
    contract: Contract, draft: TermsDraft, *, starts_on: date, renews_from: date, renewals: int
) -> Unit:
    ends_on = months_after(renews_from, renewals)
    unit = Unit.objects.create(
        contract=contract,
        kind=NOUN,
        position=contract.units.count() + 1,
        title=title_of(starts_on, ends_on),
        amount=draft.retainer.fee,
        currency=contract.currency,
        starts_at=midnight(starts_on),
        ends_at=midnight(ends_on),
    )
    Period.objects.create(
        unit=unit,
        renews_from=renews_from,
        renewals=renewals,
        included_hours=draft.retainer.hours,
    )
    return unit
