"""The terms: the text and its proof, and what changed in it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from contracts.agreements.clauses.comparison import changed_clauses
from contracts.agreements.models.terms import TermsVersion
from contracts.agreements.permissions import can_sign_terms
from contracts.agreements.services.papers import print_terms
from contracts.agreements.views.loading import OfContract
from marketplace.core.web.views import Page


class OfTerms(OfContract):
    """Finds the version named in the address, else the one on the table."""

    def version(self, number: int | None = None) -> TermsVersion:
        wanted = number or self.kwargs.get("number")
        versions = self.contract.versions.select_related("proposed_by")
        if wanted is None:
            assert self.contract.terms_id is not None  # every offer is made with its first version
            return versions.get(pk=self.contract.terms_id)
        return get_object_or_404(versions, number=wanted)


class TermsText(OfTerms):
    """The exact text that was signed, as a file; its SHA-256 can be computed by anyone."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        terms = self.version()
        name = f"terms-{self.contract.public_id}-v{terms.number}.{self.kwargs['extension']}"
        response = HttpResponse(terms.text.encode(), content_type="text/plain; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response


class TermsPaper(OfTerms):
    """The same terms to print and to file: typeset, with the signatures."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        terms = self.version()
        response = HttpResponse(print_terms(terms=terms), content_type="application/pdf")
        name = f"terms-{self.contract.public_id}-v{terms.number}.pdf"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
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
