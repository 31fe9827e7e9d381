"""Words and consequences before an offer or a contract changes its state."""

from typing import Any

from contracts.agreements.permissions import (
    can_decline_offer,
    can_withdraw_offer,
)
from contracts.agreements.services.offers import decline_offer, withdraw_offer
from contracts.agreements.views.reasons import ReasonPage
from marketplace.core.web.reasons import OptionalReasonForm


class WithdrawOffer(ReasonPage):
    permission = can_withdraw_offer
    form_class = OptionalReasonForm
    title = "Withdraw the offer"
    button = "Withdraw the offer"
    variant = "danger"
    consequences = (
        "The offer ends; no money has moved.",
        "The proposal it was made from is yours to decide on again.",
    )
    said = "The offer is withdrawn. The freelancer is told."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return withdraw_offer(contract=self.contract, by=self.actor(), why=why).get_absolute_url()


class DeclineOffer(ReasonPage):
    permission = can_decline_offer
    title = "Decline the offer"
    button = "Decline the offer"
    variant = "danger"
    consequences = (
        "The offer ends; no money has moved.",
        "The client reads your reason and may make another offer from your proposal.",
    )
    said = "The offer is declined. The client is told."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return decline_offer(contract=self.contract, by=self.actor(), why=why).get_absolute_url()
