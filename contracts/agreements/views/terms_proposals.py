"""Proposing other terms."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from contracts.agreements.forms.terms import (
    MilestoneTermsForm,
    TermsForm,
    changed_draft,
    milestone_terms_rows,
)
from contracts.agreements.permissions import can_propose_terms, is_freelancer_of
from contracts.agreements.services.terms import propose_terms
from contracts.agreements.states import CONTRACT
from contracts.agreements.views.terms import OfTerms
from marketplace.core.data.edit_versions import EditedMeanwhile, Facts
from marketplace.core.data.errors import DomainError
from marketplace.core.web import kept_forms
from marketplace.core.web.editing import (
    CONFLICT,
    EditsShared,
    difference_of_rows,
    differences_of,
    with_theirs,
)
from marketplace.core.web.views import UNPROCESSABLE, Page
from projects.proposals.forms.milestones import PREFIX, with_row_added, with_row_removed


class ProposeTerms(EditsShared, OfTerms, Page):
    """Counter the offer, or revise the terms: milestones, dates, review period, special terms."""

    permission = can_propose_terms
    template = "contracts/terms_proposal.html"
    acts_once = True
    keeps_typed = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self._is_open():
            return HttpResponseRedirect(self.contract.get_absolute_url())
        form, rows = self._forms_on_the_table()
        if self.kept:
            kept_forms.type_into(form, self.kept.data)
            written = kept_forms.typed_rows(MilestoneTermsForm, self.kept.data, PREFIX)
            rows = milestone_terms_rows(None, draft=self.version().draft, initial=written)
        return self._show(form, rows)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        draft = self.version().draft
        changed = _with_rows_changed(request.POST)
        form, rows = TermsForm(changed), milestone_terms_rows(changed, draft=draft)
        if changed is not request.POST:
            return self._show(form, rows)
        if not (form.is_valid() and rows.is_valid()):
            return self._show(form, rows, UNPROCESSABLE)
        facts = form.cleaned_data
        try:
            propose_terms(
                contract=self.contract,
                draft=changed_draft(draft, facts, rows.milestones()),
                by=self.actor(),
                note=facts["note"],
                seen=self.seen,
            )
        except EditedMeanwhile as refusal:
            return self._in_conflict(form, rows, refusal)
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
            return self._show(form, rows, UNPROCESSABLE)
        self.done = ""
        return HttpResponseRedirect(self.contract.get_absolute_url())

    def stored_facts(self) -> Facts:
        return self.version().draft.negotiable

    def _forms_on_the_table(self) -> tuple[TermsForm, Any]:
        draft = self.version().draft
        initial = {"review_days": draft.review_days, "special_terms": draft.special_terms}
        return TermsForm(initial=initial), milestone_terms_rows(None, draft=draft)

    def _in_conflict(self, form: TermsForm, rows: Any, refusal: EditedMeanwhile) -> HttpResponse:
        """The form with what was written here, and all else as the newer version has it."""
        theirs, their_rows = self._forms_on_the_table()
        differences = differences_of(form, theirs, refusal)
        differences += difference_of_rows("milestones", "Milestones", rows, their_rows, refusal)
        self.remember(refusal, differences)
        merged = TermsForm(with_theirs(self.request.POST, theirs, refusal))
        shown = their_rows if "milestones" in refusal.untouched else rows
        return self._show(merged, shown, CONFLICT)

    def _show(self, form: TermsForm, rows: Any, status: int = 200) -> HttpResponse:
        return self.show(status, form=form, rows=rows)

    def _verb(self) -> str:
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        return "countered" if is_freelancer else "revised"

    def _is_open(self) -> bool:
        is_of_milestones = bool(self.version().draft.milestones)
        return is_of_milestones and CONTRACT.allows(self.contract, self._verb())

    def context(self) -> dict[str, Any]:
        return {
            "contract": self.contract,
            "terms": self.contract.terms,
            "is_counter": self._verb() == "countered",
        }


def _with_rows_changed(data: QueryDict) -> QueryDict:
    """The posted rows after "add" or "remove" was pressed; without scripts, that is a POST."""
    if "add" in data:
        return with_row_added(data)
    row = str(data.get("remove", ""))
    if row.isdigit():
        return with_row_removed(data, int(row))
    return data
