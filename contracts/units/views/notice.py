"""Words and consequences before an offer or a contract changes its state."""

from typing import Any

from contracts.agreements.permissions import (
    can_steer_contract,
)
from contracts.agreements.views.reasons import ReasonPage
from contracts.units.services.closings import give_notice


class GiveNotice(ReasonPage):
    permission = can_steer_contract
    title = "Give notice"
    button = "Give notice"
    variant = "danger"
    consequences = (
        "What is not funded ends now.",
        "What is funded is finished, reviewed and paid as agreed. No held money moves now.",
        "The contract ends with the last of them.",
    )
    said = "Notice is given. The other side is told."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return give_notice(contract=self.contract, by=self.actor(), why=why).get_absolute_url()
