"""The terms: the text and its proof, what changed, signing, proposing others."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404

from contracts.clauses.comparison import changed_clauses
from contracts.errors import TermsReplaced
from contracts.forms.terms import SignatureForm, TermsForm, changed_draft, milestone_terms_rows
from contracts.models import TermsVersion
from contracts.permissions import can_propose_terms, can_sign_terms, is_freelancer_of
from contracts.queries.turns import turn_of
from contracts.services.signatures import sign_terms
from contracts.services.terms import propose_terms
from contracts.states import CONTRACT
from contracts.views.contracts import price_facts
from contracts.views.loading import OfContract
from marketplace.core.errors import DomainError
from marketplace.core.views import UNPROCESSABLE, FormPage, Page
from projects.forms.milestones import with_row_added, with_row_removed


class OfTerms(OfContract):
    """Finds the version named in the address, else the one on the table."""

    def version(self, number: int | None = None) -> TermsVersion:
        wanted = number or self.kwargs.get("number")
        versions = self.contract.versions.select_related("proposed_by")
        if wanted is None:
            return versions.latest("number")
        return get_object_or_404(versions, number=wanted)


class TermsDocument(OfTerms, Page):
    """One version: its text, its signatures, and its SHA-256 computed anew."""

    template = "contracts/terms_document.html"

    def context(self) -> dict[str, Any]:
        terms = self.version()
        return {
            "contract": self.contract,
            "terms": terms,
            "is_intact": terms.is_intact,
            "signatures": list(terms.signatures.select_related("user")),
            "versions": list(
                self.contract.versions.select_related("proposed_by").defer("text", "draft_data")
            ),
            "is_on_the_table": terms.pk == self.contract.terms_id,
            "can_sign": self._can_sign(terms),
        }

    def _can_sign(self, terms: TermsVersion) -> bool:
        turn = turn_of(self.contract, self.request.user) if self.contract.is_negotiating else None
        return terms.pk == self.contract.terms_id and turn is not None and turn.is_yours


class TermsText(OfTerms):
    """The exact text that was signed, as a file; its SHA-256 can be computed by anyone."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        terms = self.version()
        name = f"terms-{self.contract.public_id}-v{terms.number}.{self.kwargs['extension']}"
        response = HttpResponse(terms.text.encode(), content_type="text/plain; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response


class TermsChanges(OfTerms, Page):
    """A version beside the one before it."""

    template = "contracts/terms_changes.html"

    def context(self) -> dict[str, Any]:
        terms = self.version()
        if terms.number == 1:
            raise Http404
        before = self.version(terms.number - 1)
        return {
            "contract": self.contract,
            "terms": terms,
            "before": before,
            "clauses": changed_clauses(before.text, terms.text),
            "is_on_the_table": terms.pk == self.contract.terms_id,
            "can_sign": can_sign_terms(self.request.user, self.contract)
            and self.contract.is_negotiating,
        }


class SignTerms(OfTerms, FormPage):
    """The full text, the typed name, the consent."""

    permission = can_sign_terms
    template = "contracts/terms_signature.html"
    form_class = SignatureForm
    fresh = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.contract.is_negotiating:
            return HttpResponseRedirect(self.contract.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        initial = {"sha256": self.version().sha256, "name": str(self.request.user)}
        return {"initial": initial}

    def context(self) -> dict[str, Any]:
        terms = self.version()
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        return {
            "contract": self.contract,
            "terms": terms,
            **price_facts(self.contract),
            "signatures": list(terms.signatures.select_related("user")),
            "is_freelancer": is_freelancer,
            "side": self.contract.freelancer if is_freelancer else self.contract.organisation,
        }

    def act(self, form: Any) -> str:
        """A text that was replaced meanwhile is shown anew, to be read and consented to."""
        try:
            sign_terms(
                contract=self.contract,
                sha256=form.cleaned_data["sha256"],
                by=self.actor(),
                name=form.cleaned_data["name"],
                user_agent=self.request.headers.get("User-Agent", ""),
            )
        except TermsReplaced as refusal:
            messages.error(self.request, refusal.sentence)
            return self.request.path
        messages.success(self.request, "Signed. The other side is told.")
        return self.contract.get_absolute_url()


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
