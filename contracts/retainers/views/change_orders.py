"""Proposing another fee, other hours or promises for a retainer that goes on."""

from typing import Any

from contracts.change_orders.permissions import can_propose_change
from contracts.change_orders.views.loading import ProposesChange
from contracts.retainers.forms.terms import RetainerChangeForm
from marketplace.core.web.views import FormPage


class ProposeRetainerChange(ProposesChange, FormPage):
    """Fee, hours or outcomes, response, notice, special terms."""

    permission = can_propose_change
    template = "contracts/retainer_change_order.html"
    address = "contracts:retainer_change_order"
    form_class = RetainerChangeForm
    fresh = True

    def form_options(self) -> dict[str, Any]:
        assert self.contract.terms is not None  # every offer is made with its first version
        return {"draft": self.contract.terms.draft, "began_with": self.seen_now()}

    def context(self) -> dict[str, Any]:
        return {"contract": self.contract, "terms": self.contract.terms}

    def act(self, form: RetainerChangeForm) -> str:
        return self.propose(form, form.changed_draft())
