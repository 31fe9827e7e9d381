"""A period: its hours by day, its report, where its money is, and what to do next."""

from typing import Any

from django.utils import timezone

from contracts.retainers.models.periods import Period
from contracts.retainers.views.loading import OfPeriod
from contracts.timesheets.forms.entries import TimeForm
from contracts.timesheets.permissions import can_log_time
from contracts.timesheets.queries.entries import lines_of
from contracts.timesheets.services.timers import timer_of
from contracts.timesheets.views.weeks import days_of, tasks_of
from contracts.units.permissions import (
    can_cancel_unit,
    can_fund_unit,
    can_review_unit,
    can_submit_unit,
)
from contracts.units.queries.events import events_of_unit
from contracts.units.views.events import entries_of
from contracts.units.views.facts import cancellation_of, facts_of
from marketplace.core.web.views import Page


def hour_facts(period: Period) -> dict[str, Any]:
    """The lines of a period, and what of its hours they use."""
    lines = lines_of(period.unit)
    return {
        "period": period,
        "report": getattr(period, "report", None),
        "lines": lines,
        "days": days_of(lines),
        "tasks": tasks_of(lines),
        "seconds": sum(line.seconds for line in lines),
        "hours": period.hours(lines),
    }


class PeriodPage(OfPeriod, Page):
    template = "contracts/period_page.html"

    def context(self) -> dict[str, Any]:
        unit, user = self.unit, self.request.user
        can_log = can_log_time(user, unit) and self._is_open()
        return (
            facts_of(unit)
            | self.sides()
            | hour_facts(self.period)
            | cancellation_of(unit, user)
            | self._acts()
            | {
                "entries": entries_of(events_of_unit(unit).order_by("-id")),
                "can_log": can_log,
                "timer": timer_of(user) if can_log else None,
                "is_running": self.contract.is_active and self.period.has_begun,
                "form": TimeForm(sheet=self.period, initial={"day": timezone.localdate()}),
            }
        )

    def _acts(self) -> dict[str, bool]:
        unit, user, period = self.unit, self.request.user, self.period
        is_asked = unit.cancellation_side is not None  # type: ignore[attr-defined]
        is_open = self.contract.is_running and not self.contract.is_paused
        return {
            "can_fund": can_fund_unit(user, unit) and unit.is_fundable,
            "can_review": can_review_unit(user, unit) and unit.is_in_review,
            "can_waive": can_review_unit(user, unit) and period.misses_report,
            "can_report": can_submit_unit(user, unit) and period.awaits_report and is_open,
            "can_cancel": can_cancel_unit(user, unit)
            and self.contract.is_running
            and not (unit.is_settled or is_asked),
        }

    def _is_open(self) -> bool:
        closed = self.period.closes_at
        is_open = self.unit.is_funded and closed is not None and timezone.now() < closed
        return is_open and self.period.has_begun
