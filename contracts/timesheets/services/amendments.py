"""Another rate or limit of work by the hour: both hold from next Monday."""

from datetime import datetime

import structlog
from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.timesheets.cycle.clock import WEEK, monday_of
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.queries.weeks import NOUN
from contracts.units.models.units import Unit
from contracts.units.services.locks import lock_unit
from contracts.units.states import UNFUNDED, UnitState
from marketplace.core.data.actors import Actor
from marketplace.core.data.errors import DomainError
from marketplace.core.data.money import Money
from marketplace.core.text.moments import day_of
from payments.charges.services.prices import reprice_escrow

log = structlog.get_logger(__name__)


def check_change(contract: Contract, before: TermsDraft, after: TermsDraft) -> None:
    """Nothing keeps a rate or a limit from being changed: no week that runs has another one."""


def holds_from(
    contract: Contract, before: TermsDraft, after: TermsDraft, now: datetime
) -> datetime:
    """A rate and a limit change between weeks; all else at once."""
    return now if before.schedule == after.schedule else monday_of(now) + WEEK


def carry_out_change(
    contract: Contract, before: TermsDraft, after: TermsDraft, by: Actor, why: str
) -> None:
    """Give weeks of a locked contract that have not begun what holds in them.

    What is held for one stays: it pays for fewer hours at a higher rate, and what it does not use
    pays for the next. Those that are laid down later ask for the terms of their Monday.
    """
    weeks = contract.units.filter(
        kind=NOUN, state__in=(*UNFUNDED, UnitState.FUNDED), starts_at__gt=timezone.now()
    )
    for unit in weeks.select_related("escrow").order_by("position"):
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
        hours = after.hours
        Week.objects.filter(unit=unit).update(
            rate=hours.rate, waiting_rate=hours.waiting_rate, limit_hours=hours.weekly_hours
        )
        _reprice(unit, Money(hours.of_a_week, unit.currency), by=by, why=why)


def _reprice(unit: Unit, price: Money, *, by: Actor, why: str) -> None:
    """Only what nobody has paid yet; a payment under way was asked for the former price."""
    if not unit.is_unfunded or unit.is_being_paid or unit.price == price:
        return
    if unit.escrow is not None:
        try:
            reprice_escrow(escrow=unit.escrow, amount=price, by=by, why=why, is_locked=True)
        except DomainError as refusal:
            # Others left as much for it already: what it does not use goes on to the next.
            log.info("not repriced", unit=unit.pk, sentence=refusal.sentence)
            return
    unit.amount = price.minor
    unit.save(update_fields=["amount"])


def change_in_words(contract: Contract, before: TermsDraft, after: TermsDraft) -> list[str]:
    """From when on what is paid for an hour, and at most for a week."""
    monday = monday_of(timezone.now()) + WEEK
    since, sentences = f"From Monday, {day_of(monday.date())}", []
    if before.rate != after.rate:
        sentences.append(f"{since}: {after.rate} an hour instead of {before.rate}.")
    if before.waiting_rate != after.waiting_rate:
        sentences.append(f"{since}, for an hour of waiting: {after.waiting_rate or 'nothing'}.")
    if before.hours.weekly_hours != after.hours.weekly_hours:
        most = f"at most {after.hours.weekly_hours} hours a week"
        sentences.append(f"{since}: {most} instead of {before.hours.weekly_hours}.")
    paid = contract.units.filter(kind=NOUN, state=UnitState.FUNDED, starts_at=monday).first()
    if sentences and paid is not None:
        sentences.append(
            f"{paid.name.capitalize()} is paid already: {paid.outstanding} stays held for it, and "
            "is what its time can come to at most. What it does not use pays for the next week."
        )
    return sentences
