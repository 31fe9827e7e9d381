"""The client's answer to a week, and what becomes of contested lines."""

from typing import Any

from contracts.timesheets.forms.contests import ContestForm
from contracts.timesheets.permissions import (
    can_concede_line,
    can_contest_lines,
    can_drop_contest,
)
from contracts.timesheets.queries.entries import lines_of
from contracts.timesheets.services.reviews import (
    approve_week,
    concede_line,
    contest_lines,
    drop_contest,
)
from contracts.timesheets.views.loading import OfContest, OfWeek
from contracts.timesheets.views.weeks import time_facts
from contracts.units.forms.consent import ConsentForm, NoteForm
from contracts.units.permissions import can_review_unit
from contracts.units.views.facts import facts_of
from marketplace.core.web.views import FormPage


class ApproveWeek(OfWeek, FormPage):
    """Says exactly what happens to the money, then pays what is not contested."""

    permission = can_review_unit
    template = "contracts/week_approval.html"
    form_class = NoteForm
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        facts = time_facts(self.week)
        fee = self.unit.held_in.fee_of(facts["undisputed"]) if self.unit.escrow else None
        return facts_of(self.unit) | self.sides() | facts | {"fee": fee}

    def act(self, form: NoteForm) -> str:
        approve_week(unit=self.unit, by=self.actor(), why=form.cleaned_data["note"])
        return self.contract.get_absolute_url()


class ContestLines(OfWeek, FormPage):
    permission = can_contest_lines
    template = "contracts/week_contest.html"
    form_class = ContestForm
    said = "Contested. These lines stay held; the freelancer is told. The rest is yours to approve."

    def form_options(self) -> dict[str, Any]:
        lines = [line for line in lines_of(self.unit) if not line.contested]
        return {"entries": lines, "chosen": self.request.GET.getlist("line")}

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | self.sides() | time_facts(self.week)

    def act(self, form: ContestForm) -> str:
        contest_lines(
            unit=self.unit,
            entries=form.contested(),
            ground=form.cleaned_data["ground"],
            why=form.cleaned_data["why"],
            by=self.actor(),
        )
        return self.unit.get_absolute_url()


class _ContestAnswer(OfContest, FormPage):
    template = "contracts/week_contest_answer.html"
    form_class = ConsentForm
    fresh = True
    gives_back: bool

    def context(self) -> dict[str, Any]:
        unit = self.subject.entry.unit
        facts = {"contest": self.subject, "entry": self.subject.entry}
        return facts_of(unit) | facts | {"gives_back": self.gives_back}


class ConcedeLine(_ContestAnswer):
    """The freelancer gives a contested line up."""

    permission = can_concede_line
    gives_back = True
    said = "The line is not paid. The client is told."

    def act(self, form: ConsentForm) -> str:
        concede_line(contest=self.subject, by=self.actor())
        return self.back()


class DropContest(_ContestAnswer):
    """The client accepts a line after all."""

    permission = can_drop_contest
    gives_back = False
    said = "The line is accepted. The freelancer is told."

    def act(self, form: ConsentForm) -> str:
        drop_contest(contest=self.subject, by=self.actor())
        return self.back()
