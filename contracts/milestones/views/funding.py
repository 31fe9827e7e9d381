"""Funding a milestone: one page, from the amounts to the checkout."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from contracts.agreements.states import FUNDABLE
from contracts.units.permissions import can_fund_milestone
from contracts.units.queries.places import rail_of
from contracts.units.queries.units import milestones_with_money
from contracts.units.services.funding import open_funding
from contracts.units.views.loading import OfMilestone
from marketplace.core.web.addresses import leading_on
from marketplace.core.web.views import FormPage
from payments.charges.forms import FundForm
from payments.charges.queries import challenged_charge, open_plan
from payments.charges.views.funding import pay
from payments.escrows.models.escrows import Escrow
from payments.payment_methods.queries import methods_for


class FundMilestone(OfMilestone, FormPage):
    """Says what will happen to the money; paying opens the milestone's escrow and fills it."""

    permission = can_fund_milestone
    template = "payments/funding.html"
    form_class = FundForm
    fresh = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What cannot be funded now is told on the milestone's page, what is being paid there."""
        milestone, escrow = self.milestone, self.milestone.escrow
        if not milestone.is_unfunded or self.contract.state not in FUNDABLE:
            return HttpResponseRedirect(milestone.get_absolute_url())
        if escrow and (milestone.is_being_paid or challenged_charge(escrow)):
            return HttpResponseRedirect(self._result(escrow))
        return super().get(request)

    def form_options(self) -> dict[str, Any]:
        return {"methods": methods_for(self.contract.organisation, self.milestone.currency)}

    def context(self) -> dict[str, Any]:
        milestone, contract = self.milestone, self.contract
        milestones = list(milestones_with_money().filter(contract=contract))
        return {
            "milestone": milestone,
            "title": f"{contract.title}, milestone {milestone.position}: {milestone.title}",
            "payer": contract.organisation,
            "payee": contract.freelancer,
            "price": milestone.price,
            "contract_price": sum((row.price for row in milestones[1:]), milestones[0].price),
            "fee": milestone.fee,
            "receives": milestone.payee_receives,
            "review_days": contract.review_days,
            "rail": rail_of(contract, milestones),
            "plan": open_plan(milestone.escrow) if milestone.escrow else None,
            "escrow": milestone.escrow,
            "next": contract.get_absolute_url(),
            "fund_url": self.request.path,
        }

    def act(self, form: FundForm) -> str:
        by = self.actor()
        escrow = open_funding(milestone=self.milestone, by=by)
        back = self.request.build_absolute_uri(self._result(escrow))
        return pay(escrow=escrow, form=form, by=by, back=back)

    def _result(self, escrow: Escrow) -> str:
        page = reverse("payments:funding_result", args=[escrow.public_id])
        return leading_on(page, self.contract.get_absolute_url())
