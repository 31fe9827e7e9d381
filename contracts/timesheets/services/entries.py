"""Writing time down, correcting it and taking it away, until the week closes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import capfirst

from contracts.agreements.queries.contracts import paused_since
from contracts.timesheets.errors import (
    LineTakenAway,
    NotWorkedYet,
    OutsideWeek,
    OverTheLimit,
    TimeOverlaps,
    WaitingNotPaid,
    WeekNotOpen,
    WeekNotPaid,
    WorkedWhilePaused,
)
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.sheets import sheet_of
from contracts.timesheets.queries.entries import lines_of
from contracts.units.models.units import Unit
from contracts.units.services.locks import lock_unit
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.events import record
from marketplace.core.text.durations import hours_and_minutes
from marketplace.core.text.moments import moment

OVERLAP = "time_entry_work_never_overlaps"


@transaction.atomic
def log_time(
    *,
    unit: Unit,
    by: Actor,
    started_at: datetime,
    ended_at: datetime,
    task: str,
    note: str = "",
    links: Sequence[str] = (),
    is_waiting: bool = False,
) -> TimeEntry:
    """Write one line down in a unit of a kind that has time.

    Raises WeekNotPaid, WeekNotOpen, OutsideWeek, NotWorkedYet, WorkedWhilePaused, WaitingNotPaid,
    OverTheLimit or TimeOverlaps.
    """
    lock_unit(unit)
    entry = TimeEntry(
        unit=unit,
        freelancer=unit.contract.freelancer,
        started_at=started_at,
        ended_at=ended_at,
        is_waiting=is_waiting,
        task=task,
        note=note,
        links=list(links),
    )
    _write(entry)
    record("time_entry.logged", subject=entry, actor=by, particulars=_told(entry))
    return entry


@transaction.atomic
def change_time(
    *,
    entry: TimeEntry,
    by: Actor,
    started_at: datetime,
    ended_at: datetime,
    task: str,
    note: str = "",
    links: Sequence[str] = (),
    is_waiting: bool = False,
    seen: str = "",
) -> TimeEntry:
    """Correct one line; moved to another time it counts as entered now.

    Raises what `log_time` does, LineTakenAway, and with `seen`, the version that was read,
    EditedMeanwhile if the line says something else by now.
    """
    _lock(entry)
    stored, before = entry.written, _told(entry)
    wanted = {
        "started_at": started_at,
        "ended_at": ended_at,
        "task": task,
        "note": note,
        "links": list(links),
        "is_waiting": is_waiting,
    }
    refuse_passed_version(seen, wanted=wanted, stored=lambda: stored)
    is_moved = (started_at, ended_at) != (entry.started_at, entry.ended_at)
    for name, value in wanted.items():
        setattr(entry, name, value)
    if is_moved:
        entry.entered_at = timezone.now()
    _write(entry)
    told = {"before": before, "after": _told(entry)}
    record("time_entry.changed", subject=entry, actor=by, particulars=told)
    return entry


@transaction.atomic
def remove_time(*, entry: TimeEntry, by: Actor) -> None:
    """Take one line away; the event log keeps what it said."""
    _lock(entry)
    _refuse_closed(entry.unit)
    record("time_entry.removed", subject=entry, actor=by, particulars=_told(entry))
    entry.delete()


def _lock(entry: TimeEntry) -> None:
    """Lock the unit of a line, and read what it says now; raises LineTakenAway."""
    lock_unit(entry.unit)
    try:
        entry.refresh_from_db(fields=[*entry.written, "entered_at"])
    except TimeEntry.DoesNotExist as error:
        raise LineTakenAway from error


def _write(entry: TimeEntry) -> None:
    """Check and save a line of a locked unit; the database has the last word on overlaps."""
    _refuse_closed(entry.unit)
    _refuse_outside(entry)
    _refuse_over_limit(entry)
    _refuse_overlap(entry)
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError as error:
        if OVERLAP not in str(error):
            raise
        raise TimeOverlaps(other="another line of yours") from error


def _refuse_closed(unit: Unit) -> None:
    if unit.is_unfunded:
        raise WeekNotPaid(name=capfirst(unit.name))
    closed = sheet_of(unit).closes_at
    if not unit.is_funded or (closed is not None and closed <= timezone.now()):
        closed = closed or unit.submitted_at or timezone.now()
        raise WeekNotOpen(name=unit.name, closed=moment(closed))


def _refuse_outside(entry: TimeEntry) -> None:
    opens_at, ends_at = entry.sheet.opens_at, entry.unit.ends_at
    assert opens_at is not None  # what is funded has its days
    assert ends_at is not None
    if not opens_at <= entry.started_at < entry.ended_at <= ends_at:
        raise OutsideWeek(name=entry.unit.name, starts=moment(opens_at), ends=moment(ends_at))
    if entry.ended_at > timezone.now():
        raise NotWorkedYet
    since = paused_since(entry.unit.contract)
    if since is not None and entry.ended_at > since:
        raise WorkedWhilePaused(since=moment(since))


def _refuse_over_limit(entry: TimeEntry) -> None:
    unit, sheet = entry.unit, entry.sheet
    if entry.is_waiting and not sheet.pays_waiting:
        raise WaitingNotPaid
    others = [line for line in lines_of(unit) if line.pk != entry.pk]
    if sheet.is_over([*others, entry]):
        left = hours_and_minutes(sheet.seconds_left(others) or 0)
        raise OverTheLimit(name=unit.name, left=left)


def _refuse_overlap(entry: TimeEntry) -> None:
    """Working time, on any contract; of another one only that there is some is said."""
    if entry.is_waiting:
        return
    rows = TimeEntry.objects.filter(
        freelancer=entry.freelancer,
        is_waiting=False,
        started_at__lt=entry.ended_at,
        ended_at__gt=entry.started_at,
    )
    other = rows.exclude(pk=entry.pk).first()
    if other is not None:
        raise TimeOverlaps(other=f"“{other.task}”, from {moment(other.started_at)}")


def _told(entry: TimeEntry) -> dict[str, object]:
    return {
        "from": entry.started_at.isoformat(),
        "to": entry.ended_at.isoformat(),
        "task": entry.task,
        "is_waiting": entry.is_waiting,
    }
