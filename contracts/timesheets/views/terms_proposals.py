"""Proposing another rate or limit while the terms are open."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_propose_terms, is_freelancer_of
from contracts.agreements.services.terms import propose_terms
from contracts.agreements.states import CONTRACT
from contracts.agreements.views.terms import OfTerms
from contracts.timesheets.forms.terms import HourlyTermsForm
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage


class ProposeHourlyTerms(EditsShared, OfTerms, FormPage):
    """Counter the offer, or revise the terms: rate, limit, special terms."""

    permission = can_propose_terms
    template = "contracts/hourly_terms_proposal.html"
    form_class = HourlyTermsForm

    def load(self) -> Contract:
        contract: Contract = super().load()
        if contract.kind != EngagementKind.HOURLY:
            raise Http404
        return contract

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not CONTRACT.allows(self.contract, self._verb()):
            return HttpResponseRedirect(self.contract.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        return {"draft": self.version().draft}

    def stored_facts(self) -> Facts:
        return self.version().draft.negotiable

    def context(self) -> dict[str, Any]:
        is_counter = self._verb() == "countered"
        return {
            "contract": self.contract,
            "terms": self.contract.terms,
            "is_counter": is_counter,
        }

    def act(self, form: HourlyTermsForm) -> str:
        propose_terms(
            contract=self.contract,
            draft=form.changed_draft(),
            by=self.actor(),
            note=form.cleaned_data["note"],
            seen=self.seen,
        )
        return self.contract.get_absolute_url()

    def _verb(self) -> str:
        return "countered" if is_freelancer_of(self.request.user, self.contract) else "revised"
