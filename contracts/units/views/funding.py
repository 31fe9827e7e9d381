"""Funding a unit: one page, from the amounts to the checkout."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from contracts.agreements.views.loading import OfContract
from contracts.units.permissions import can_fund_unit
from contracts.units.queries.places import rail_of
from contracts.units.queries.units import units_with_money
from contracts.units.services.funding import open_funding
from marketplace.core.web.addresses import leading_on
from marketplace.core.web.views import FormPage
from payments.charges.forms import FundForm
from payments.charges.queries import challenged_charge, open_plan
from payments.charges.views.funding import pay
from payments.escrows.models.escrows import Escrow
from payments.payment_methods.queries import methods_for


class FundUnit(OfContract, FormPage):
    """Says what will happen to the money; paying opens the unit's escrow and fills it.

    Each kind loads its own units, and may say in steps of its own what happens.
    """

    permission = can_fund_unit
    template = "payments/funding.html"
    form_class = FundForm
    fresh = True
    steps = "payments/funding_steps.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What cannot be funded now is told on the unit's page, what is being paid there."""
        unit, escrow = self.subject, self.subject.escrow
        if not unit.is_fundable:
            return HttpResponseRedirect(unit.get_absolute_url())
        if escrow and (unit.is_being_paid or challenged_charge(escrow)):
            return HttpResponseRedirect(self._result(escrow))
        return super().get(request)

    def form_options(self) -> dict[str, Any]:
        return {"methods": methods_for(self.contract.organisation, self.subject.currency)}

    def context(self) -> dict[str, Any]:
        unit, contract = self.subject, self.contract
        units = list(units_with_money().filter(contract=contract))
        return {
            "unit": unit,
            "title": f"{contract.title}, {unit.name}: {unit.title}",
            "payer": contract.organisation,
            "payee": contract.freelancer,
            "price": unit.to_charge,
            "contract_price": sum((row.price for row in units[1:]), units[0].price),
            "fee": unit.fee,
            "fee_percent": f"{contract.fee_basis_points / 100:g} %",
            "receives": unit.payee_receives,
            "review_days": contract.review_days,
            "steps": self.steps,
            "rail": rail_of(contract, units),
            "plan": open_plan(unit.escrow) if unit.escrow else None,
            "escrow": unit.escrow,
            "next": contract.get_absolute_url(),
            "fund_url": self.request.path,
        }

    def act(self, form: FundForm) -> str:
        by = self.actor()
        escrow = open_funding(unit=self.subject, by=by)
        back = self.request.build_absolute_uri(self._result(escrow))
        return pay(escrow=escrow, form=form, by=by, back=back)

    def _result(self, escrow: Escrow) -> str:
        page = reverse("payments:funding_result", args=[escrow.public_id])
        return leading_on(page, self.contract.get_absolute_url())
