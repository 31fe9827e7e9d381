"""Milestones as a change order leaves them: known by their numbers, which they keep."""

from datetime import datetime

from django.utils.text import capfirst

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneDraft
from contracts.agreements.models.contracts import Contract
from contracts.milestones.errors import (
    FundedPriceFixed,
    MilestoneDecided,
    MilestoneNumberUnknown,
    NoMilestoneLeft,
)
from contracts.milestones.models import Milestone
from contracts.milestones.services.schedules import lay_down, write_criteria
from contracts.units.errors import PaymentUnderWay
from contracts.units.models.units import Unit
from contracts.units.services.annulments import annul_unit
from contracts.units.services.completion import close_if_settled
from contracts.units.services.locks import lock_unit
from contracts.units.states import UNFUNDED, UnitState
from marketplace.core.data.actors import Actor
from marketplace.core.data.money import Money
from payments.charges.services.prices import reprice_escrow
from payments.escrows.states import CancelReason

# Nobody has handed anything in for it, and it has not ended.
CHANGEABLE = (*UNFUNDED, UnitState.FUNDED)


def holds_from(
    contract: Contract, before: TermsDraft, after: TermsDraft, now: datetime
) -> datetime:
    """At once: work that is planned is planned anew."""
    return now


def check_change(contract: Contract, before: TermsDraft, after: TermsDraft) -> None:
    """Raise what keeps one of the milestones from being changed, dropped or added."""
    if not after.by_number:
        raise NoMilestoneLeft
    units = {unit.position: unit for unit in _units_of(contract)}
    for number in _changed(before, after):
        unit = units.get(number)
        if unit is not None:
            _refuse_fixed(unit, before.by_number.get(number), after.by_number.get(number))
        elif number <= max(units):
            raise MilestoneNumberUnknown(number=number)


def carry_out_change(
    contract: Contract, before: TermsDraft, after: TermsDraft, by: Actor, why: str
) -> None:
    """Drop, change and add the milestones of a locked contract.

    All of them are locked first, in their order, and checked again: an escrow comes before
    whatever a refund locks. What is held for a dropped one goes back in full.
    """
    changed = _changed(before, after)
    units = {unit.position: unit for unit in _units_of(contract) if unit.position in changed}
    for unit in units.values():
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
    check_locked(units, before, after)
    for number in changed:
        known, item = units.get(number), after.by_number.get(number)
        if known is None and item is not None:
            lay_down(contract, number, item)
        elif known is not None and item is not None:
            _change(known, item, by=by, why=why)
    for number, unit in units.items():
        if number not in after.by_number:
            annul_unit(unit, by=by, because=CancelReason.CANCELLED, why=why)
    close_if_settled(contract)


def check_locked(units: dict[int, Unit], before: TermsDraft, after: TermsDraft) -> None:
    """As `check_change`, of units that nothing moves any more."""
    for number, unit in units.items():
        _refuse_fixed(unit, before.by_number.get(number), after.by_number.get(number))


def change_in_words(contract: Contract, before: TermsDraft, after: TermsDraft) -> list[str]:
    """What happens to each milestone that is not the same, and to its money."""
    units = {unit.position: unit for unit in _units_of(contract)}
    sentences = []
    for number in _changed(before, after):
        was, item = before.by_number.get(number), after.by_number.get(number)
        if was is None and item is not None:
            price = Money(item.amount, after.currency)
            sentences.append(f"Milestone {number} is added: {price} to fund.")
        elif was is not None and item is None:
            sentences.append(_dropped(number, units.get(number)))
        elif was is not None and item is not None:
            sentences.append(_changed_in_words(number, was, item, after.currency))
    if before.review_days != after.review_days:
        days = f"{after.review_days} days instead of {before.review_days}"
        sentences.append(f"The review period of what is submitted from then on: {days}.")
    return sentences


def _dropped(number: int, unit: Unit | None) -> str:
    if unit is not None and unit.funded_at:
        back = f"{unit.outstanding} goes back to the client at once, in full"
        return f"Milestone {number} is dropped: {back}."
    return f"Milestone {number} is dropped. Nothing has been paid for it."


def _changed_in_words(number: int, was: MilestoneDraft, item: MilestoneDraft, currency: str) -> str:
    words = []
    if was.amount != item.amount:
        prices = (Money(amount, currency) for amount in (item.amount, was.amount))
        words.append("its price is {} instead of {}".format(*prices))
    if was.due_on != item.due_on:
        words.append("it has another due date")
    scope = ("title", "phase", "deliverables", "criteria")
    if any(getattr(was, name) != getattr(item, name) for name in scope):
        words.append("its scope is another one")
    return f"Milestone {number}: {', '.join(words)}."


def _units_of(contract: Contract) -> list[Unit]:
    units = contract.units.select_related("escrow").order_by("position")
    return list(units)


def _changed(before: TermsDraft, after: TermsDraft) -> list[int]:
    """The numbers of those that are not the same, in their order."""
    was, items = before.by_number, after.by_number
    numbers = sorted({*was, *items})
    return [number for number in numbers if _facts(was, number) != _facts(items, number)]


def _facts(items: dict[int, MilestoneDraft], number: int) -> dict[str, object]:
    """All but the number, which may be its place before the change and not after it."""
    if number not in items:
        return {}
    return items[number].as_json() | {"number": number}


def _refuse_fixed(unit: Unit, was: MilestoneDraft | None, item: MilestoneDraft | None) -> None:
    name = capfirst(unit.name)
    if unit.state not in CHANGEABLE:
        raise MilestoneDecided(name=name, state=unit.get_state_display())
    if was is None:
        raise MilestoneNumberUnknown(number=unit.position)
    is_repriced = item is not None and item.amount != was.amount
    if unit.is_being_paid and (item is None or is_repriced):
        raise PaymentUnderWay
    if unit.is_funded and is_repriced:
        raise FundedPriceFixed(name=name, held=unit.outstanding)


def _change(unit: Unit, item: MilestoneDraft, *, by: Actor, why: str) -> None:
    """Write what was agreed onto a locked unit; its criteria were answered by nobody yet."""
    price = Money(item.amount, unit.currency)
    if unit.escrow is not None and unit.price != price:
        reprice_escrow(escrow=unit.escrow, amount=price, by=by, why=why, is_locked=True)
    unit.title, unit.amount = item.title, item.amount
    unit.save(update_fields=["title", "amount"])
    Milestone.objects.filter(unit=unit).update(
        phase=item.phase, deliverables=item.deliverables, due_on=item.due_on
    )
    if list(unit.criteria.values_list("text", flat=True)) != list(item.criteria):
        unit.criteria.all().delete()
        write_criteria(unit, item)
