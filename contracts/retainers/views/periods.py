"""A period: its days and hours, where its money is, its report, and what to do next."""

from typing import Any

from django.utils import timezone

from contracts.retainers.queries.periods import report_of
from contracts.retainers.views.facts import period_facts
from contracts.retainers.views.loading import OfPeriod
from contracts.timesheets.forms.entries import TimeForm
from contracts.timesheets.permissions import can_log_time
from contracts.timesheets.services.timers import paid_unit_at, timer_of
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


class PeriodPage(OfPeriod, Page):
    template = "contracts/period_page.html"

    def context(self) -> dict[str, Any]:
        unit, user = self.unit, self.request.user
        return (
            facts_of(unit)
            | self.sides()
            | cancellation_of(unit, user)
            | period_facts(self.period)
            | {
                "report": report_of(self.period),
                "entries": entries_of(events_of_unit(unit).order_by("-id")),
                **self._time(),
                **self._acts(),
            }
        )

    def _time(self) -> dict[str, Any]:
        user = self.request.user
        can_log = can_log_time(user, self.unit) and self._is_open()
        paid_now = paid_unit_at(self.contract, timezone.now())
        return {
            "can_log": can_log,
            "timer": timer_of(user) if can_log else None,
            "is_running": self.contract.is_active and paid_now == self.unit,
            "form": TimeForm(sheet=self.period, initial={"day": timezone.localdate()}),
        }

    def _is_open(self) -> bool:
        opens_at, closes_at = self.period.opens_at, self.period.closes_at
        if not self.unit.is_funded or opens_at is None or closes_at is None:
            return False
        return opens_at <= timezone.now() < closes_at and not self.contract.is_paused

    def _acts(self) -> dict[str, bool]:
        unit, user, contract = self.unit, self.request.user, self.contract
        awaits = self.period.awaits_report and contract.is_running
        hires = can_review_unit(user, unit)
        is_open = contract.is_running and not unit.is_settled
        asked = bool(unit.cancellation_side)  # type: ignore[attr-defined]
        return {
            "can_fund": can_fund_unit(user, unit) and unit.is_fundable,
            "can_report": can_submit_unit(user, unit) and awaits,
            "can_review": hires and unit.is_in_review,
            "can_waive": hires and awaits and self.period.misses_report,
            "can_cancel": can_cancel_unit(user, unit) and is_open and not asked,
        }
