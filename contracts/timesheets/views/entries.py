"""Writing a line down, correcting it, taking it away."""

from typing import Any

from django.utils import timezone

from contracts.timesheets.forms.entries import TimeForm, typed
from contracts.timesheets.models.sheets import sheet_of
from contracts.timesheets.permissions import can_change_entry, can_log_time
from contracts.timesheets.queries.entries import lines_of
from contracts.timesheets.services.entries import change_time, log_time, remove_time
from contracts.timesheets.views.loading import OfEntry, OfSheet
from contracts.units.models.units import Unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.views import Act, FormPage


def sheet_facts(unit: Unit) -> dict[str, Any]:
    """The unit that time is written down in, and how much of it is left."""
    return facts_of(unit) | {"seconds_left": sheet_of(unit).seconds_left(lines_of(unit))}


class LogTime(OfSheet, FormPage):
    """An empty line."""

    permission = can_log_time
    template = "contracts/week_time.html"
    form_class = TimeForm
    said = "Written down."

    def form_options(self) -> dict[str, Any]:
        day = self.request.GET.get("day") or timezone.localdate()
        return {"sheet": self.sheet, "initial": {"day": day}}

    def context(self) -> dict[str, Any]:
        return sheet_facts(self.unit)

    def act(self, form: TimeForm) -> str:
        log_time(unit=self.unit, by=self.actor(), **form.facts())
        return self.unit.get_absolute_url()


class ChangeTime(OfEntry, FormPage):
    permission = can_change_entry
    template = "contracts/week_time.html"
    form_class = TimeForm
    said = "Changed."

    def form_options(self) -> dict[str, Any]:
        return {"sheet": self.subject.sheet, "initial": typed(self.subject)}

    def context(self) -> dict[str, Any]:
        return sheet_facts(self.subject.unit) | {"entry": self.subject}

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
