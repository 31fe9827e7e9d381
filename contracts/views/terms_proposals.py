"""Proposing other terms."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from contracts.forms.terms import TermsForm, changed_draft, milestone_terms_rows
from contracts.permissions import can_propose_terms, is_freelancer_of
from contracts.services.terms import propose_terms
from contracts.states import CONTRACT
from contracts.views.terms import OfTerms
from marketplace.core.errors import DomainError
from marketplace.core.views import UNPROCESSABLE, Page
from projects.forms.milestones import with_row_added, with_row_removed


class ProposeTerms(OfTerms, Page):
    """Counter the offer, or revise the terms: milestones, dates, review period, special terms."""

    permission = can_propose_terms
    template = "contracts/terms_proposal.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self._is_open():
            return HttpResponseRedirect(self.contract.get_absolute_url())
        draft = self.version().draft
        initial = {"review_days": draft.review_days, "special_terms": draft.special_terms}
        return self._show(TermsForm(initial=initial), milestone_terms_rows(None, draft=draft))

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
            )
        except DomainError as refusal:
            form.add_error(None, refusal.sentence)
            return self._show(form, rows, UNPROCESSABLE)
        return HttpResponseRedirect(self.contract.get_absolute_url())

    def _show(self, form: TermsForm, rows: Any, status: int = 200) -> HttpResponse:
        return self.show(status, form=form, rows=rows)

    def _verb(self) -> str:
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        return "countered" if is_freelancer else "revised"

    def _is_open(self) -> bool:
        return CONTRACT.allows(self.contract, self._verb())

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
