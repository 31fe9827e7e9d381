"""The periods of a retainer: charged before they begin, closed after they end, resting unpaid.

The clock says what is due (`cycle/clock.py`); here it is carried out, in order, once.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.pauses import pause_contract
from contracts.agreements.services.standstills import stands_still
from contracts.retainers.cycle.clock import charged_from, days_rested, tries_of
from contracts.retainers.models.periods import Period
from contracts.retainers.queries.periods import GOING_ON, last_start_of, was_told
from contracts.retainers.services.laying_down import lay_down_due, roll_into, title_of
from contracts.timesheets.queries.entries import lines_of
from contracts.units.models.units import Unit
from contracts.units.services.annulments import annul_unit, cancel_unfunded_units
from contracts.units.services.completion import close_if_settled
from contracts.units.services.funding import open_funding
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import record_of_unit
from contracts.units.states import SETTLED, UNFUNDED, UnitState
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.locks import lock
from payments.charges.services.plans import start_charge_plan
from payments.charges.states import ChargePlanState
from payments.escrows.states import CancelReason
from payments.payment_methods.errors import MethodNotUsable, NoMethodSaved

NOT_PAID = "The period could not be charged, and the days of grace are over."
AFTER_NOTICE = "It would have begun after the notice."


@transaction.atomic
def keep_periods(*, contract: Contract) -> None:
    """Do on a retainer what its clock says is due. Late it catches up, twice it is harmless.

    Side effects: hours are closed and roll over, reports are asked for, the next period is laid
    down and charged, and a contract whose period stays unpaid rests.
    """
    lock(contract)
    if stands_still(contract) or contract.state not in GOING_ON:
        return
    for unit in _open_units(contract):
        lock_unit(unit, is_contract_locked=True)
        _serve(unit)
    if contract.state in GOING_ON:
        lay_down_due(contract)
        _charge_due(contract)
        if contract.is_active:
            _rest_if_unpaid(contract)
        else:
            close_if_settled(contract)


def _open_units(contract: Contract) -> list[Unit]:
    units = contract.units.exclude(state__in=SETTLED).select_related("period", "escrow")
    found = list(units.order_by("position"))
    for unit in found:
        unit.contract = contract
    return found


def _serve(unit: Unit) -> None:
    """What a locked period has come to: its end, its missing report, or a notice before it."""
    if _is_after_notice(unit):
        annul_unit(unit, by=SYSTEM, because=CancelReason.NOTICE, why=AFTER_NOTICE)
        return
    period = unit.period
    if not period.awaits_report or unit.is_disputed:
        return
    if not was_told(unit, "ended"):
        record_of_unit(unit, "ended", by=SYSTEM)
    closes_at = period.closes_at
    if period.closed_at is None and closes_at is not None and closes_at <= timezone.now():
        close_hours(period)
    if period.misses_report and not was_told(unit, "report_missed"):
        record_of_unit(unit, "report_missed", by=SYSTEM)


def close_hours(period: Period) -> None:
    """The hours of a locked period stand; what it left rolls into the next. Harmless twice."""
    if period.closed_at is not None:
        return
    unit = period.unit
    period.closed_at = timezone.now()
    period.save(update_fields=["closed_at"])
    if (hours := period.hours(lines_of(unit))) is not None:
        told = {"used": hours.used, "rolled": hours.rolls_over, "lapsed": hours.lapses}
        record_of_unit(unit, "hours_closed", by=SYSTEM, **told)
    following = Period.objects.filter(
        unit__contract=unit.contract_id, unit__starts_at=unit.ends_at
    ).exclude(unit__state=UnitState.CANCELLED)
    if (after := following.select_related("unit").first()) is not None:
        roll_into(after, unit)


def _is_after_notice(unit: Unit) -> bool:
    """Whether it is not to run: what was charged for it goes back."""
    last = last_start_of(unit.contract)
    is_open = unit.is_funded or (unit.is_unfunded and not unit.is_being_paid)
    return last is not None and is_open and unit.starts_at is not None and unit.starts_at >= last


def end_after_notice(contract: Contract, by: Actor) -> None:
    """Notice was given of a locked contract: periods that begin within it still run."""
    for unit in _open_units(contract):
        lock_unit(unit, is_contract_locked=True)
        if _is_after_notice(unit):
            annul_unit(unit, by=by, because=CancelReason.NOTICE, why=AFTER_NOTICE)


def _charge_due(contract: Contract) -> None:
    now = timezone.now()
    for unit in _open_units(contract):
        assert unit.starts_at is not None  # every period is laid down with its days
        is_due = unit.period.charge_begun_at is None and charged_from(unit.starts_at) <= now
        if unit.is_unfunded and is_due and not contract.is_negotiating:
            _charge(unit)


def _charge(unit: Unit) -> None:
    """Charge the saved method with nobody there; without one both sides hear what to do."""
    escrow = open_funding(unit=unit, by=SYSTEM)
    Period.objects.filter(pk=unit.pk).update(charge_begun_at=timezone.now())
    assert unit.starts_at is not None
    try:
        start_charge_plan(escrow=escrow, by=SYSTEM, tries=tries_of(unit.starts_at))
    except (NoMethodSaved, MethodNotUsable) as refusal:
        tell_unpaid(unit, refusal.sentence)


def tell_unpaid(unit: Unit, sentence: str, *, is_payer_told: bool = False) -> None:
    """Tell both sides why a locked period has no money yet, and until when it can come."""
    if unit.is_unfunded:
        told = {"sentence": sentence, "is_payer_told": is_payer_told}
        record_of_unit(unit, "left_unpaid", by=SYSTEM, **told)


def _rest_if_unpaid(contract: Contract) -> None:
    """A locked contract rests once the grace of a period is over; it goes on when that is paid."""
    for unit in _open_units(contract):
        if not unit.is_unfunded or unit.is_being_paid or unit.escrow is None:
            continue
        is_tried = unit.escrow.charge_plans.filter(state=ChargePlanState.UNDER_WAY).exists()
        if unit.period.grace_ends_at <= timezone.now() and not is_tried:
            pause_contract(contract=contract, by=SYSTEM, why=NOT_PAID)
            return


def stop_charging(contract: Contract, *, by: Actor) -> None:
    """A side lets a locked contract rest: what is not paid for ends, and is laid down anew."""
    cancel_unfunded_units(contract, by=by, because=CancelReason.CANCELLED)


def move_on(contract: Contract, *, since: datetime) -> None:
    """A locked contract rested since then: what was not over moves by as many days.

    Renewals count from the new end on. A period that was not paid for is tried again.
    """
    days = days_rested(since, timezone.now())
    for unit in _open_units(contract):
        if not days or unit.ends_at is None or unit.ends_at <= since:
            continue
        assert unit.starts_at is not None
        was_unpaid = unit.funded_at is None or unit.funded_at > since
        if unit.starts_at > since or was_unpaid:
            unit.starts_at += days
        unit.ends_at += days
        starts_on, ends_on = unit.starts_at.date(), unit.ends_at.date()
        unit.title = title_of(starts_on, ends_on)
        unit.save(update_fields=["starts_at", "ends_at", "title"])
        changes = {"renews_from": ends_on, "renewals": 0}
        again = {"charge_begun_at": None} if unit.state in UNFUNDED else {}
        Period.objects.filter(pk=unit.pk).update(**changes, **again)
        record_of_unit(unit, "moved_on", by=SYSTEM, days=days.days)
