"""The weeks of a contract: laid down and charged before they begin, handed in when they close.

The clock says what is due (`cycle/clock.py`); here it is carried out, in order, once.
"""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.standstills import stands_still
from contracts.agreements.states import ContractState
from contracts.timesheets.cycle.amounts import shares_of
from contracts.timesheets.cycle.clock import closes_at, tries_before
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.queries.entries import lines_of
from contracts.timesheets.queries.weeks import weeks_to_charge
from contracts.timesheets.services.laying_down import lay_down_due
from contracts.timesheets.services.leftovers import NOT_USED, carry_unused
from contracts.units.models.units import Unit
from contracts.units.services.annulments import annul_unit, cancel_unfunded_units, end_carried
from contracts.units.services.completion import close_if_settled
from contracts.units.services.funding import open_funding
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import record_of_unit
from contracts.units.services.reviews import submit
from contracts.units.states import UNFUNDED, UnitState
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from payments.charges.services.plans import start_charge_plan
from payments.escrows.states import CancelReason
from payments.payment_methods.errors import MethodNotUsable, NoMethodSaved
from payments.refunds.services.refunds import refund_part

NO_WORK = "No time was written down in this week."
NEVER_PAID = "The week is over, and it was not paid for."
OPEN = (*UNFUNDED, UnitState.FUNDED)


@transaction.atomic
def keep_weeks(*, contract: Contract) -> None:
    """Do on a contract what its clock says is due. Late it catches up, twice it is harmless.

    Side effects: weeks are handed in or given up, the next ones are laid down, paid by what
    others left, and charged.
    """
    lock(contract)
    if stands_still(contract):
        return
    for unit in contract.units.filter(state__in=OPEN).exclude(ends_at=None):
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
        _end_what_is_over(unit)
    if contract.state == ContractState.ACTIVE:
        lay_down_due(contract)
        _charge_due(contract)
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
    """Hand the lines of a locked week to the client; what it did not use pays for the next."""
    lines = lines_of(unit)
    shares = shares_of([line.time for line in lines])
    held = unit.outstanding
    used = Money(min(sum(shares), held.minor), unit.currency)
    carried = carry_unused(unit, used=used.minor)
    if used:
        for line, share in zip(lines, shares, strict=True):
            line.amount = share
        TimeEntry.objects.bulk_update(lines, ["amount"])
        if back := held - used - carried:
            refund_part(escrow=unit.held_in, part=back, by=SYSTEM, why=NOT_USED)
        told = {"unused": (held - used).minor, "carried": carried.minor}
        submit(unit, by=SYSTEM, seconds=sum(line.seconds for line in lines), **told)
    elif carried:
        end_carried(unit, carried=carried, by=SYSTEM, why=NO_WORK)
    else:
        annul_unit(unit, by=SYSTEM, because=CancelReason.CANCELLED, why=NO_WORK)


def _charge_due(contract: Contract) -> None:
    """Charge what is missing of the weeks of a locked contract whose Friday has come."""
    for unit in weeks_to_charge(timezone.now()).filter(contract=contract):
        unit.contract = contract
        _charge(unit)


def _charge(unit: Unit) -> None:
    """Charge the saved method with nobody there; without one both sides hear what to do."""
    escrow = open_funding(unit=unit, by=SYSTEM)
    Week.objects.filter(pk=unit.pk).update(charge_begun_at=timezone.now())
    assert unit.starts_at is not None  # it was laid down with its days
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
