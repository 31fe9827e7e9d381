"""Proposing other terms that are no list of milestones, while they are open."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_propose_terms, is_freelancer_of
from contracts.agreements.services.terms import propose_terms
from contracts.agreements.states import CONTRACT
from contracts.agreements.views.terms import OfTerms
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage


class ProposeTermsOfKind(EditsShared, OfTerms, FormPage):
    """Counter the offer, or revise the terms, in a form of the kind `engagement`."""

    permission = can_propose_terms
    engagement: ClassVar[EngagementKind]

    def load(self) -> Contract:
        contract: Contract = super().load()
        if contract.kind != self.engagement:
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

    def act(self, form: Any) -> str:
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
