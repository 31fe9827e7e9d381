"""One button that starts the timer, and the page on which it is stopped."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.views.loading import OfContract
from contracts.timesheets.forms.entries import TimeForm
from contracts.timesheets.models.sheets import sheet_of
from contracts.timesheets.models.timers import Timer
from contracts.timesheets.permissions import can_log_time, can_stop_timer
from contracts.timesheets.services.timers import (
    drop_timer,
    note_sign,
    start_timer,
    stop_timer,
)
from contracts.timesheets.views.loading import OfSheet
from contracts.units.models.units import Unit
from marketplace.core.web.views import Act, FormPage, Gate


class StartTimer(OfSheet, Act):
    permission = can_log_time
    said = "Your time runs."

    def act(self) -> str:
        start_timer(contract=self.contract, by=self.actor())
        return self.back()


class OfTimer(OfContract):
    """Loads the viewer's own timer."""

    permission = can_stop_timer

    def load(self) -> Timer:
        timers = Timer.objects.filter(freelancer=self.request.user.pk)
        timer: Timer = get_object_or_404(timers.select_related("unit"))
        timer.contract = get_object_or_404(contracts_for(self.request.user), pk=timer.contract_id)
        timer.unit.contract = timer.contract
        return timer

    @property
    def contract(self) -> Contract:
        return self.subject.contract

    @property
    def unit(self) -> Unit:
        return self.subject.unit

    def back(self) -> str:
        return self.unit.get_absolute_url()


class StopTimer(OfTimer, FormPage):
    """Proposes when it ended; nothing is written down without its owner."""

    template = "contracts/timer_stop.html"
    form_class = TimeForm
    said = "Written down."

    def form_options(self) -> dict[str, Any]:
        timer = self.subject
        started = timezone.localtime(timer.started_at)
        ended = timezone.localtime(timer.proposed_end)
        proposed = {"day": started.date(), "starts": started.time(), "ends": ended.time()}
        return {"sheet": sheet_of(self.unit), "initial": proposed | {"task": timer.task}}

    def context(self) -> dict[str, Any]:
        return {"timer": self.subject, "unit": self.unit, "contract": self.contract}

    def act(self, form: TimeForm) -> str:
        stop_timer(timer=self.subject, by=self.actor(), **form.facts())
        return self.back()


class DropTimer(OfTimer, Act):
    said = "The timer is gone. Nothing was written down."

    def act(self) -> str:
        back = self.back()
        drop_timer(timer=self.subject)
        return back


class TimerSign(OfTimer, Gate):
    """The page tells that it is open."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        note_sign(self.subject)
        return HttpResponse(status=204)
