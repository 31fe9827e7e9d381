"""The timer: started once, heard of while its page is open, confirmed by whom it belongs to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.errors import NoOpenWeek, TimerRunsElsewhere
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.sheets import nouns_with_time
from contracts.timesheets.models.timers import SILENT_AFTER, Timer
from contracts.timesheets.services.entries import log_time
from contracts.units.models.units import Unit
from contracts.units.services.moves import record_of_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.locks import lock


@transaction.atomic
def start_timer(*, contract: Contract, by: Actor, task: str = "") -> Timer:
    """Let the time of the acting freelancer run; started again, it is the same one.

    Raises NoOpenWeek, or TimerRunsElsewhere where it runs on another contract.
    """
    now = timezone.now()
    unit = paid_unit_at(contract, now)
    if unit is None or not contract.is_active:
        raise NoOpenWeek
    found = {"contract": contract, "unit": unit, "task": task}
    timer, _ = Timer.objects.get_or_create(freelancer=by.user, defaults=found)
    if timer.contract_id != contract.pk:
        raise TimerRunsElsewhere(title=timer.contract.title)
    return timer


def note_sign(timer: Timer) -> None:
    """Its page is open."""
    Timer.objects.filter(pk=timer.pk).update(seen_at=timezone.now(), asked_at=None)


@transaction.atomic
def stop_timer(
    *,
    timer: Timer,
    by: Actor,
    started_at: datetime,
    ended_at: datetime,
    task: str,
    note: str = "",
    links: Sequence[str] = (),
    is_waiting: bool = False,
) -> list[TimeEntry]:
    """Write down what its owner confirms; the timer is gone with it.

    What crosses the end of its week, or period, becomes two lines, or ends there when the next
    has no money. Raises what `log_time` does, and then the timer runs on.
    """
    lock(timer)
    first = paid_unit_at(timer.contract, started_at)
    spans = [(started_at, ended_at)]
    if first is not None and first.ends_at is not None and first.ends_at < ended_at:
        spans = [(started_at, first.ends_at), (first.ends_at, ended_at)]
    units = [(paid_unit_at(timer.contract, start), start, end) for start, end in spans]
    told: dict[str, Any] = {"task": task, "note": note, "links": links, "is_waiting": is_waiting}
    paid = [(unit, start, end) for unit, start, end in units if unit is not None]
    if not paid:
        raise NoOpenWeek
    entries = [
        log_time(unit=unit, by=by, started_at=start, ended_at=end, **told)
        for unit, start, end in paid
    ]
    timer.delete()
    return entries


@transaction.atomic
def drop_timer(*, timer: Timer) -> None:
    """Nothing is written down."""
    timer.delete()


def ask_silent_timers() -> None:
    """Ask each owner of a silent timer once; harmless when repeated."""
    silent = Timer.objects.filter(asked_at=None, seen_at__lte=timezone.now() - SILENT_AFTER)
    for timer in silent.select_related("freelancer", "unit__contract"):
        _ask(timer)


@transaction.atomic
def _ask(timer: Timer) -> None:
    lock(timer)
    if timer.asked_at is None and timer.is_silent:
        timer.asked_at = timezone.now()
        timer.save(update_fields=["asked_at"])
        since = timer.started_at.isoformat()
        record_of_unit(timer.unit, "timer_asked", by=SYSTEM, since=since)


def paid_unit_at(contract: Contract, moment: datetime) -> Unit | None:
    """The paid week, or period, of a contract that a moment lies in."""
    units = contract.units.filter(
        kind__in=nouns_with_time(),
        state=UnitState.FUNDED,
        starts_at__lte=moment,
        ends_at__gt=moment,
    )
    unit = units.select_related("escrow").first()
    if unit is not None:
        unit.contract = contract
    return unit


def timer_of(user: Any) -> Timer | None:
    return Timer.objects.filter(freelancer=user.pk).select_related("contract", "unit").first()
