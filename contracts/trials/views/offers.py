"""Offering a paid trial from a proposal."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from contracts.trials.cycle import MOST_AT_ONCE
from contracts.trials.forms import TrialOfferForm
from contracts.trials.permissions import can_offer_trial
from contracts.trials.queries import schedule_of_brief, trial_of
from contracts.trials.services.offers import offer_trial, rate_for
from marketplace.core.data.actors import client
from marketplace.core.web.views import FormPage, client_address
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.proposals import proposals_visible_to


class OfferTrial(FormPage):
    """The task, its time and its price; the terms are written and signed next."""

    permission = can_offer_trial
    template = "contracts/trial_offer.html"
    form_class = TrialOfferForm
    said = "The trial is offered. Read its terms and sign them; the freelancer is told."

    def load(self) -> Proposal:
        proposals = proposals_visible_to(self.request.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who has one already is among those who are compared."""
        if trial_of(self.subject):
            brief = self.subject.brief
            return HttpResponseRedirect(reverse("contracts:trials", args=[brief.public_id]))
        return super().get(request, *args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        return {
            "currency": self.subject.current.currency,
            "like": schedule_of_brief(self.subject.brief),
        }

    def context(self) -> dict[str, Any]:
        return {
            "proposal": self.subject,
            "brief": self.subject.brief,
            "currency": self.subject.current.currency,
            "rate": rate_for(self.subject),
            "is_another": schedule_of_brief(self.subject.brief) is not None,
            "most": MOST_AT_ONCE,
        }

    def act(self, form: TrialOfferForm) -> str:
        by = client(self.request.user, client_address(self.request))
        contract = offer_trial(proposal=self.subject, by=by, **form.facts())
        return reverse("contracts:signature", args=[contract.public_id])
