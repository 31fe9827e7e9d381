"""Asking to cancel a milestone, answering, and taking funds back from a silent freelancer."""

from typing import Any

from contracts.units.forms.consent import ConsentForm
from contracts.units.permissions import (
    can_answer_cancellation,
    can_drop_cancellation,
)
from contracts.units.services.cancellations import (
    agree_cancellation,
    drop_cancellation,
    refuse_cancellation,
)
from contracts.units.views.facts import facts_of
from contracts.units.views.loading import OfCancellation
from marketplace.core.web.reasons import OptionalReasonForm
from marketplace.core.web.views import Act, FormPage


class AgreeCancellation(OfCancellation, FormPage):
    """Says where the money goes, then ends the milestone."""

    permission = can_answer_cancellation
    template = "contracts/cancellation_consent.html"
    form_class = ConsentForm
    fresh = True
    said = "Agreed. The milestone is cancelled and the other side is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.subject.unit) | {"cancellation": self.subject}

    def act(self, form: Any) -> str:
        agree_cancellation(cancellation=self.subject, by=self.actor())
        return self.contract.get_absolute_url()


class RefuseCancellation(OfCancellation, FormPage):
    permission = can_answer_cancellation
    template = "contracts/cancellation_refusal.html"
    form_class = OptionalReasonForm
    said = "Refused. The milestone goes on, and the other side is told."

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
