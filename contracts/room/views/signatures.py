"""Signing the terms."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from contracts.agreements.clauses.contents import contents_of
from contracts.agreements.errors import SignedAsAnother, TermsReplaced
from contracts.agreements.forms.terms import SignatureForm
from contracts.agreements.permissions import can_sign_terms, is_freelancer_of
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.views.terms import OfTerms
from contracts.room.views.parts import part_of
from contracts.room.views.room import price_facts
from marketplace.core.web.views import FormPage
from payments.payouts.queries.payees import is_country_unknown, payouts_out_of_reach


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
            "contents": contents_of(terms.text),
            **price_facts(self.contract),
            **part_of(self.contract.kind).templates,
            "signatures": list(terms.signatures.select_related("user")),
            "is_freelancer": is_freelancer,
            "reach": payouts_out_of_reach(self.contract.freelancer) if is_freelancer else None,
            "needs_country": is_freelancer and is_country_unknown(self.contract.freelancer),
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
                is_meant=form.cleaned_data["is_meant"],
                user_agent=self.request.headers.get("User-Agent", ""),
            )
        except SignedAsAnother:
            form.asks_whether_meant = True
            raise
        except TermsReplaced as refusal:
            messages.error(self.request, refusal.sentence)
            return self.request.path
        messages.success(self.request, "Signed. The other side is told.")
        return self.contract.get_absolute_url()
