"""Words and consequences before an offer or a contract changes its state."""

from typing import Any, ClassVar

from django.forms import BaseForm

from contracts.forms.reasons import OptionalReasonForm, ProgressForm, ReasonForm
from contracts.permissions import (
    can_decline_offer,
    can_note_progress,
    can_steer_contract,
    can_withdraw_offer,
)
from contracts.services.endings import give_notice, pause_contract, resume_contract
from contracts.services.offers import decline_offer, withdraw_offer
from contracts.services.progress import note_progress
from contracts.views.loading import OfContract
from marketplace.core.views import Act, FormPage


class ReasonPage(OfContract, FormPage):
    """A title, what will happen, a reason, a button."""

    template = "contracts/contract_reason.html"
    form_class: ClassVar[type[BaseForm]] = ReasonForm
    title: ClassVar[str]
    button: ClassVar[str]
    variant: ClassVar[str] = "primary"
    consequences: ClassVar[tuple[str, ...]] = ()

    def context(self) -> dict[str, Any]:
        return {
            "contract": self.contract,
            "title": self.title,
            "button_label": self.button,
            "variant": self.variant,
            "consequences": self.consequences,
            "back": self.back(),
        }


class WithdrawOffer(ReasonPage):
    permission = can_withdraw_offer
    form_class = OptionalReasonForm
    title = "Withdraw the offer"
    button = "Withdraw the offer"
    variant = "danger"
    consequences = (
        "The offer ends; no money has moved.",
        "The proposal returns to your shortlist, where you can accept it again.",
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


class GiveNotice(ReasonPage):
    permission = can_steer_contract
    title = "Give notice"
    button = "Give notice"
    variant = "danger"
    consequences = (
        "Milestones that are not funded end now.",
        "Funded milestones are delivered, reviewed and paid as agreed. No held money moves now.",
        "The contract ends with the last of them.",
    )
    said = "Notice is given. The other side is told."

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        return give_notice(contract=self.contract, by=self.actor(), why=why).get_absolute_url()


class NoteProgress(ReasonPage):
    permission = can_note_progress
    form_class = ProgressForm
    title = "Post progress"
    button = "Post progress"
    consequences = ("The client is told, and it counts as a sign of life.",)
    said = "Posted. The client is told."

    def act(self, form: Any) -> str:
        note_progress(contract=self.contract, by=self.actor(), note=form.cleaned_data["note"])
        return self.contract.get_absolute_url()
