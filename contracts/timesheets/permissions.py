"""Who may do what with time: pure predicates, one per act."""

from typing import Any

from contracts.agreements.permissions import hires_for, is_freelancer_of
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.models.timers import Timer
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit


def can_log_time(user: Any, unit: Unit) -> bool:
    """Only who does the work says when it was done."""
    return is_freelancer_of(user, unit.contract)


def can_view_entry(user: Any, entry: TimeEntry) -> bool:
    return can_view_unit(user, entry.unit)


def can_change_entry(user: Any, entry: TimeEntry) -> bool:
    return is_freelancer_of(user, entry.unit.contract)


def can_stop_timer(user: Any, timer: Timer) -> bool:
    return timer.freelancer_id == user.pk


def can_contest_lines(user: Any, unit: Unit) -> bool:
    return hires_for(user, unit.contract)


def can_concede_line(user: Any, contest: TimeContest) -> bool:
    return is_freelancer_of(user, contest.entry.unit.contract)


def can_drop_contest(user: Any, contest: TimeContest) -> bool:
    return hires_for(user, contest.entry.unit.contract)
