"""A week: its lines by day, what they come to, where its money is, and what to do next."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from contracts.timesheets.cycle.clock import answer_until
from contracts.timesheets.forms.entries import TimeForm
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.permissions import can_contest_lines, can_log_time
from contracts.timesheets.queries.entries import lines_of, sums_of
from contracts.timesheets.services.timers import paid_unit_at, timer_of
from contracts.timesheets.views.loading import OfWeek
from contracts.units.models.units import Unit
from contracts.units.permissions import can_cancel_unit, can_fund_unit, can_review_unit
from contracts.units.queries.events import events_of_unit
from contracts.units.views.events import entries_of
from contracts.units.views.facts import cancellation_of, facts_of
from marketplace.core.data.money import Money
from marketplace.core.web.views import Page


@dataclass(frozen=True)
class Day:
    """The lines that began on one day of the viewer's zone."""

    on: date
    lines: Sequence[TimeEntry]

    @property
    def is_over_or_today(self) -> bool:
        return self.on <= timezone.localdate()

    @property
    def seconds(self) -> int:
        return sum(line.seconds for line in self.lines)


def days_of(lines: Sequence[TimeEntry]) -> list[Day]:
    by_day: dict[date, list[TimeEntry]] = defaultdict(list)
    for line in lines:
        by_day[timezone.localtime(line.started_at).date()].append(line)
    return [Day(on, rows) for on, rows in sorted(by_day.items())]


def calendar_of(unit: Unit, days: Sequence[Day]) -> list[Day]:
    """Every day of a week, in the viewer's zone, which may begin or end a day apart from UTC."""
    if unit.starts_at is None or unit.ends_at is None:
        return []
    lines = {day.on: day.lines for day in days}
    first = timezone.localtime(unit.starts_at).date()
    last = timezone.localtime(unit.ends_at - timedelta(microseconds=1)).date()
    dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [Day(on, lines.get(on, ())) for on in dates]


def tasks_of(lines: Sequence[TimeEntry]) -> list[tuple[str, int]]:
    """Seconds by task, the longest first."""
    sums: dict[str, int] = defaultdict(int)
    for line in lines:
        sums[line.task] += line.seconds
    return sorted(sums.items(), key=lambda row: (-row[1], row[0]))


def time_facts(week: Week) -> dict[str, Any]:
    """The lines of a week, and what they come to."""
    lines, currency = lines_of(week.unit), week.unit.currency
    sums = sums_of(lines)
    return {
        "week": week,
        "lines": lines,
        "days": days_of(lines),
        "tasks": tasks_of(lines),
        "seconds": sum(line.seconds for line in lines),
        "seconds_left": week.seconds_left(lines),
        "total": Money(sums.total, currency),
        "undisputed": Money(sums.undisputed, currency),
        "contested": Money(sums.contested, currency),
        "conceded": Money(sums.conceded, currency),
    }


class WeekPage(OfWeek, Page):
    template = "contracts/week_page.html"

    def context(self) -> dict[str, Any]:
        unit, user, week = self.unit, self.request.user, self.week
        paid_now = paid_unit_at(self.contract, timezone.now())
        can_log = can_log_time(user, unit) and self._is_open()
        facts = time_facts(week)
        return (
            facts_of(unit)
            | self.sides()
            | cancellation_of(unit, user)
            | facts
            | {
                "calendar": calendar_of(unit, facts["days"]),
                "timer": timer_of(user) if can_log else None,
                "is_running": self.contract.is_active and paid_now,
                "answer_until": unit.ends_at and answer_until(unit.ends_at, unit.ends_at),
                "can_settle": can_contest_lines(user, unit),
                "entries": entries_of(events_of_unit(unit).order_by("-id")),
                "can_log": can_log,
                "form": TimeForm(sheet=week, initial={"day": timezone.localdate()}),
                "can_fund": can_fund_unit(user, unit) and unit.is_fundable,
                "can_review": can_review_unit(user, unit) and unit.is_in_review,
                "can_contest": can_contest_lines(user, unit) and unit.is_in_review,
                "can_cancel": can_cancel_unit(user, unit)
                and self.contract.is_running
                and not (unit.is_settled or unit.cancellation_side),  # type: ignore[attr-defined]
            }
        )

    def _is_open(self) -> bool:
        closed = self.week.closes_at
        return self.unit.is_funded and closed is not None and timezone.now() < closed
