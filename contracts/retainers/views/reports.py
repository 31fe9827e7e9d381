"""The report of a period: written and signed, and the client's answer to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from contracts.agreements.errors import SignedAsAnother
from contracts.retainers.forms.reports import ReportForm
from contracts.retainers.queries.periods import report_before, report_of
from contracts.retainers.services.reports import (
    approve_period,
    approve_without_report,
    hand_in_report,
)
from contracts.retainers.views.facts import period_facts
from contracts.retainers.views.loading import OfPeriod
from contracts.units.forms.consent import NoteForm
from contracts.units.permissions import can_review_unit, can_submit_unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.reasons import ReasonForm
from marketplace.core.web.views import FormPage


class WriteReport(OfPeriod, FormPage):
    """What was done, how the model does, and one choice under a typed name."""

    permission = can_submit_unit
    template = "contracts/period_report.html"
    form_class = ReportForm
    fresh = True
    said = "Handed in and signed. The client is told, and the days of review have begun."

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What cannot be reported now is told on the page of the period."""
        if not self.period.awaits_report:
            return HttpResponseRedirect(self.back())
        return super().get(request, *args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        """The metric and its baseline stay as a rule, so that they are proposed again."""
        before = report_before(self.unit)
        again = {"metric": before.metric, "baseline": before.baseline} if before else {}
        return {"initial": {"name": str(self.request.user), **again}}

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | period_facts(self.period)

    def act(self, form: ReportForm) -> str:
        signed = form.cleaned_data
        try:
            hand_in_report(
                unit=self.unit,
                by=self.actor(),
                name=signed["name"],
                is_meant=signed["is_meant"],
                written=form.written(),
            )
        except SignedAsAnother:
            form.asks_whether_meant = True
            raise
        return self.back()


class ApprovePeriod(OfPeriod, FormPage):
    """The report in full beside what happens to the money; then it is released."""

    permission = can_review_unit
    template = "contracts/period_approval.html"
    form_class = NoteForm
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        report = {"report": report_of(self.period)}
        return facts_of(self.unit) | self.sides() | period_facts(self.period) | report

    def act(self, form: NoteForm) -> str:
        approve_period(unit=self.unit, by=self.actor(), note=form.cleaned_data["note"])
        return self.back()


class ApproveWithoutReport(OfPeriod, FormPage):
    """Releases the fee of a period whose report was missed."""

    permission = can_review_unit
    template = "contracts/period_waiver.html"
    form_class = ReasonForm
    fresh = True
    said = "Approved without a report. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | period_facts(self.period)

    def act(self, form: ReasonForm) -> str:
        approve_without_report(unit=self.unit, by=self.actor(), why=form.cleaned_data["why"])
        return self.back()
