"""Writing a line down, correcting it, taking it away."""

from typing import Any

from django.utils import timezone

from contracts.timesheets.forms.entries import TimeForm, typed
from contracts.timesheets.permissions import can_change_entry, can_log_time
from contracts.timesheets.services.entries import change_time, log_time, remove_time
from contracts.timesheets.views.loading import OfEntry, OfWeek
from contracts.timesheets.views.weeks import time_facts
from contracts.units.views.facts import facts_of
from marketplace.core.web.views import Act, FormPage


class LogTime(OfWeek, FormPage):
    """The week with an empty line; on success, with the next one."""

    permission = can_log_time
    template = "contracts/week_time.html"
    form_class = TimeForm
    said = "Written down."

    def form_options(self) -> dict[str, Any]:
        day = self.request.GET.get("day") or timezone.localdate()
        return {"week": self.week, "initial": {"day": day}}

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | time_facts(self.week)

    def act(self, form: TimeForm) -> str:
        log_time(week=self.week, by=self.actor(), **form.facts())
        return self.unit.get_absolute_url()


class ChangeTime(OfEntry, FormPage):
    permission = can_change_entry
    template = "contracts/week_time.html"
    form_class = TimeForm
    said = "Changed."

    def form_options(self) -> dict[str, Any]:
        return {"week": self.subject.week, "initial": typed(self.subject)}

    def context(self) -> dict[str, Any]:
        week = self.subject.week
        return facts_of(week.unit) | time_facts(week) | {"entry": self.subject}

    def act(self, form: TimeForm) -> str:
        change_time(entry=self.subject, by=self.actor(), **form.facts())
        return self.back()


class RemoveTime(OfEntry, Act):
    permission = can_change_entry
    said = "The line is gone."

    def act(self) -> str:
        back = self.back()
        remove_time(entry=self.subject, by=self.actor())
        return back
