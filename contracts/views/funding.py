"""Funding a milestone."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from contracts.forms.reasons import ConsentForm
from contracts.permissions import (
    can_fund_milestone,
)
from contracts.services.funding import open_funding
from contracts.views.loading import OfMilestone
from contracts.views.milestones import facts_of
from marketplace.core.views import FormPage


class FundMilestone(OfMilestone, FormPage):
    """Opens the milestone's escrow and goes on to the page that starts its payment."""

    permission = can_fund_milestone
    template = "contracts/milestone_funding.html"
    form_class = ConsentForm

    def context(self) -> dict[str, Any]:
        return facts_of(self.milestone)

    def act(self, form: Any) -> str:
        escrow = open_funding(milestone=self.milestone, by=self.actor())
        page = reverse("payments:fund", args=[escrow.public_id])
        return f"{page}?{urlencode({'next': self.contract.get_absolute_url()})}"
