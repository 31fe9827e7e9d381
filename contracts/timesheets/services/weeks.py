"""The weeks of a contract: laid down and charged before they begin, handed in when they close.

The clock says what is due (`cycle/clock.py`); here it is carried out, in order, once.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.standstills import stands_still
from contracts.agreements.states import ContractState
from contracts.timesheets.cycle.amounts import shares_of
from contracts.timesheets.cycle.clock import WEEK, closes_at, tries_before, week_to_lay_down
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.queries.entries import lines_of
from contracts.timesheets.queries.weeks import NOUN, newest_end
from contracts.units.models.units import Unit
from contracts.units.services.annulments import annul_unit, cancel_unfunded_units
from contracts.units.services.completion import close_if_settled
from contracts.units.services.funding import open_funding
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import record_of_unit
from contracts.units.services.reviews import submit
from contracts.units.states import UNFUNDED, UnitState
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from marketplace.core.text.moments import day_of
from payments.charges.services.plans import start_charge_plan
from payments.escrows.states import CancelReason
from payments.payment_methods.errors import MethodNotUsable, NoMethodSaved
from payments.refunds.services.refunds import refund_part

NO_WORK = "No time was written down in this week."
NEVER_PAID = "The week is over, and it was not paid for."
OPEN = (*UNFUNDED, UnitState.FUNDED)


def lay_down_first_week(contract: Contract, draft: TermsDraft) -> None:
    """Make the week that the client funds first; when it begins, its money says."""
    _lay_down(contract, draft, position=1, title="First week")


def title_of(starts_at: datetime) -> str:
    return f"Week of {day_of(starts_at.date())}"


@transaction.atomic
def keep_weeks(*, contract: Contract) -> None:
    """Do on a contract what its clock says is due. Late it catches up, twice it is harmless.

    Side effects: weeks are handed in or given up, the next one is laid down and charged.
    """
    lock(contract)
    if stands_still(contract):
        return
    for unit in contract.units.filter(state__in=OPEN).exclude(ends_at=None):
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
        _end_what_is_over(unit)
    if contract.state == ContractState.ACTIVE:
        _lay_down_next(contract)
    else:
        close_if_settled(contract)


def _end_what_is_over(unit: Unit) -> None:
    """Nothing while its bank is at work on it, or disputes its payment."""
    now = timezone.now()
    assert unit.ends_at is not None  # the caller leaves the others out
    if unit.state in UNFUNDED and unit.ends_at <= now and not unit.is_being_paid:
        annul_unit(unit, by=SYSTEM, because=CancelReason.LAPSED, why=NEVER_PAID)
    elif unit.is_funded and closes_at(unit.ends_at) <= now and not unit.is_disputed:
        _close(unit)


def _close(unit: Unit) -> None:
    """Hand the lines of a locked week to the client; what it did not use goes back."""
    lines = lines_of(unit.week)
    shares = shares_of([line.time for line in lines])
    if not sum(shares):
        annul_unit(unit, by=SYSTEM, because=CancelReason.CANCELLED, why=NO_WORK)
        return
    for line, share in zip(lines, shares, strict=True):
        line.amount = share
    TimeEntry.objects.bulk_update(lines, ["amount"])
    unused = unit.outstanding - Money(min(sum(shares), unit.outstanding.minor), unit.currency)
    if unused:
        why = "It was not used in this week."
        refund_part(escrow=unit.held_in, part=unused, by=SYSTEM, why=why)
    seconds = sum(line.seconds for line in lines)
    submit(unit, by=SYSTEM, seconds=seconds, unused=unused.minor)


def _lay_down_next(contract: Contract) -> None:
    assert contract.terms is not None  # both have signed them
    draft = contract.terms.draft
    ended_at = newest_end(contract)
    while ended_at is not None:
        starts_at = week_to_lay_down(ended_at, timezone.now())
        if starts_at is None:
            return
        position = contract.units.count() + 1
        unit = _lay_down(contract, draft, position=position, title=title_of(starts_at))
        unit.starts_at, unit.ends_at = starts_at, starts_at + WEEK
        unit.save(update_fields=["starts_at", "ends_at"])
        _charge(unit)
        ended_at = unit.ends_at


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


def _charge(unit: Unit) -> None:
    """Charge the saved method with nobody there; without one both sides hear what to do."""
    escrow = open_funding(unit=unit, by=SYSTEM)
    assert unit.starts_at is not None  # it was just laid down with its days
    try:
        start_charge_plan(escrow=escrow, by=SYSTEM, tries=tries_before(unit.starts_at))
    except (NoMethodSaved, MethodNotUsable) as refusal:
        tell_unpaid(unit, refusal.sentence)


def stop_charging(contract: Contract, *, by: Actor) -> None:
    """A locked contract rests: weeks without money end, and may be laid down anew after it."""
    waiting = list(contract.units.filter(state__in=UNFUNDED).values_list("pk", flat=True))
    cancel_unfunded_units(contract, by=by, because=CancelReason.CANCELLED)
    rested = Unit.objects.filter(pk__in=waiting, state=UnitState.CANCELLED)
    rested.update(starts_at=None, ends_at=None)


def tell_unpaid(unit: Unit, sentence: str, *, is_payer_told: bool = False) -> None:
    """Tell both sides why a locked week has no money yet; payments may have told who pays."""
    if unit.is_unfunded:
        told = {"sentence": sentence, "is_payer_told": is_payer_told}
        record_of_unit(unit, "left_unpaid", by=SYSTEM, **told)
