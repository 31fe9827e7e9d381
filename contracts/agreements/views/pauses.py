"""Words and consequences before an offer or a contract changes its state."""

from typing import Any

from contracts.agreements.permissions import (
    can_steer_contract,
)
from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.agreements.views.loading import OfContract
from contracts.agreements.views.reasons import ReasonPage
from marketplace.core.web.views import Act


class PauseContract(ReasonPage):
    permission = can_steer_contract
    title = "Pause the contract"
    button = "Pause the contract"
    consequences = (
        "Nothing is funded or delivered while it is paused.",
        "A review that has begun goes on, and held funds stay held.",
        "Either side may resume it at any time.",
    )
    said = "The contract is paused. The other side is told."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return pause_contract(contract=self.contract, by=self.actor(), why=why).get_absolute_url()


class ResumeContract(OfContract, Act):
    permission = can_steer_contract
    said = "The contract goes on. The other side is told."

    def act(self) -> str:
        return resume_contract(contract=self.contract, by=self.actor()).get_absolute_url()
