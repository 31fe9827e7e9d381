"""The report of a period: written and signed, read and approved, or done without."""

from typing import Any

from contracts.agreements.errors import SignedAsAnother
from contracts.retainers.forms.reports import ReportForm
from contracts.retainers.services.reports import (
    approve_period,
    approve_without_report,
    hand_in_report,
)
from contracts.retainers.views.loading import OfPeriod
from contracts.retainers.views.periods import hour_facts
from contracts.units.forms.consent import NoteForm
from contracts.units.permissions import can_review_unit, can_submit_unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.reasons import ReasonForm
from marketplace.core.web.views import FormPage


class WriteReport(OfPeriod, FormPage):
    """What was done, how the model does, and the choice that is signed."""

    permission = can_submit_unit
    template = "contracts/period_report.html"
    form_class = ReportForm
    said = "Signed and handed in. The client is told, and the review period has begun."

    def form_options(self) -> dict[str, Any]:
        return {"initial": {"name": str(self.request.user)}}

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | self.sides() | hour_facts(self.period)

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
        return self.unit.get_absolute_url()


class ApprovePeriod(OfPeriod, FormPage):
    """The report beside the decision; says exactly what happens to the money."""

    permission = can_review_unit
    template = "contracts/period_approval.html"
    form_class = NoteForm
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | self.sides() | hour_facts(self.period)

    def act(self, form: NoteForm) -> str:
        approve_period(unit=self.unit, by=self.actor(), note=form.cleaned_data["note"])
        return self.contract.get_absolute_url()


class ApproveWithoutReport(OfPeriod, FormPage):
    """A report is missing, and the client pays all the same."""

    permission = can_review_unit
    template = "contracts/period_waiver.html"
    form_class = ReasonForm
    fresh = True
    said = "Approved without a report. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | self.sides() | hour_facts(self.period)

    def act(self, form: ReasonForm) -> str:
        why = form.cleaned_data["why"]
        approve_without_report(unit=self.unit, by=self.actor(), why=why)
        return self.contract.get_absolute_url()
