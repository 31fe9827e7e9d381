"""Asking to cancel a unit, and answering."""

from typing import Any

from contracts.agreements.permissions import is_freelancer_of
from contracts.agreements.views.loading import OfContract
from contracts.units.forms.consent import ConsentForm
from contracts.units.permissions import (
    can_answer_cancellation,
    can_cancel_unit,
    can_drop_cancellation,
)
from contracts.units.services.cancellations import (
    agree_cancellation,
    ask_cancellation,
    drop_cancellation,
    refuse_cancellation,
)
from contracts.units.views.facts import facts_of
from contracts.units.views.loading import OfCancellation
from marketplace.core.web.reasons import OptionalReasonForm, ReasonForm
from marketplace.core.web.views import Act, FormPage


class AskToCancel(OfContract, FormPage):
    """Nothing moves before the other side agrees. Each kind loads its own units."""

    permission = can_cancel_unit
    template = "contracts/unit_cancellation.html"
    form_class = ReasonForm
    said = "Asked. Nothing moves until the other side answers."

    def context(self) -> dict[str, Any]:
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        other = self.contract.organisation if is_freelancer else self.contract.freelancer
        return facts_of(self.subject) | {"other": other}

    def act(self, form: Any) -> str:
        unit, why = self.subject, form.cleaned_data["why"]
        ask_cancellation(unit=unit, by=self.actor(), why=why)
        return str(unit.get_absolute_url())


class AgreeCancellation(OfCancellation, FormPage):
    """Says where the money goes, then ends the unit."""

    permission = can_answer_cancellation
    template = "contracts/cancellation_consent.html"
    form_class = ConsentForm
    fresh = True
    said = "Agreed. It is cancelled and the other side is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.subject.unit) | {"cancellation": self.subject}

    def act(self, form: Any) -> str:
        agree_cancellation(cancellation=self.subject, by=self.actor())
        return self.contract.get_absolute_url()


class RefuseCancellation(OfCancellation, FormPage):
    permission = can_answer_cancellation
    template = "contracts/cancellation_refusal.html"
    form_class = OptionalReasonForm
    said = "Refused. It goes on, and the other side is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.subject.unit) | {"cancellation": self.subject}

    def act(self, form: Any) -> str:
        refuse_cancellation(
            cancellation=self.subject, by=self.actor(), why=form.cleaned_data["why"]
        )
        return self.back()


class DropCancellation(OfCancellation, Act):
    permission = can_drop_cancellation
    said = "You no longer ask for the cancellation."

    def act(self) -> str:
        drop_cancellation(cancellation=self.subject, by=self.actor())
        return self.back()
