"""Proposing another rate or limit for work by the hour that goes on."""

from typing import Any

from contracts.change_orders.views.loading import ProposesChange
from contracts.timesheets.forms.terms import HourlyChangeForm
from marketplace.core.web.views import FormPage


class ProposeHourlyChange(ProposesChange, FormPage):
    """Rate, limit, rate of waiting, special terms."""

    template = "contracts/hourly_change_order.html"
    address = "contracts:hourly_change_order"
    form_class = HourlyChangeForm
    fresh = True

    def form_options(self) -> dict[str, Any]:
        assert self.contract.terms is not None  # every offer is made with its first version
        return {"draft": self.contract.terms.draft, "began_with": self.seen_now()}

    def context(self) -> dict[str, Any]:
        return {"contract": self.contract, "terms": self.contract.terms}

    def act(self, form: HourlyChangeForm) -> str:
        return self.propose(form, form.changed_draft())
