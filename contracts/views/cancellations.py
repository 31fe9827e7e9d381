"""Asking to cancel a milestone, answering, and taking funds back from a silent freelancer."""

from typing import Any

from contracts.forms.reasons import ConsentForm, OptionalReasonForm, ReasonForm
from contracts.permissions import (
    can_answer_cancellation,
    can_cancel_milestone,
    can_drop_cancellation,
    can_reclaim_milestone,
    is_freelancer_of,
)
from contracts.queries.silence import free_to_reclaim_at, last_sign_of
from contracts.services.cancellations import (
    agree_cancellation,
    ask_cancellation,
    drop_cancellation,
    reclaim_milestone,
    refuse_cancellation,
)
from contracts.views.loading import OfCancellation, OfMilestone
from contracts.views.milestones import facts_of
from marketplace.core.views import Act, FormPage


class AskCancellation(OfMilestone, FormPage):
    permission = can_cancel_milestone
    template = "contracts/milestone_cancellation.html"
    form_class = ReasonForm
    said = "Asked. Nothing moves until the other side answers."

    def context(self) -> dict[str, Any]:
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        other = self.contract.organisation if is_freelancer else self.contract.freelancer
        return facts_of(self.milestone) | {"other": other}

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        ask_cancellation(milestone=self.milestone, by=self.actor(), why=why)
        return self.milestone.get_absolute_url()


class AgreeCancellation(OfCancellation, FormPage):
    """Says where the money goes, then ends the milestone."""

    permission = can_answer_cancellation
    template = "contracts/cancellation_consent.html"
    form_class = ConsentForm
    fresh = True
    said = "Agreed. The milestone is cancelled and the other side is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.subject.milestone) | {"cancellation": self.subject}

    def act(self, form: Any) -> str:
        agree_cancellation(cancellation=self.subject, by=self.actor())
        return self.contract.get_absolute_url()


class RefuseCancellation(OfCancellation, FormPage):
    permission = can_answer_cancellation
    template = "contracts/cancellation_refusal.html"
    form_class = OptionalReasonForm
    said = "Refused. The milestone goes on, and the other side is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.subject.milestone) | {"cancellation": self.subject}

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


class ReclaimMilestone(OfMilestone, FormPage):
    """Takes held funds back from a silent freelancer; says from when that is possible."""

    permission = can_reclaim_milestone
    template = "contracts/milestone_reclaim.html"
    form_class = ConsentForm
    fresh = True
    said = "The held funds are on their way back to you."

    def context(self) -> dict[str, Any]:
        free_at = free_to_reclaim_at(self.milestone)
        sign = last_sign_of(self.milestone) if free_at else None
        return facts_of(self.milestone) | {"free_at": free_at, "last_sign": sign}

    def act(self, form: Any) -> str:
        reclaim_milestone(milestone=self.milestone, by=self.actor())
        return self.contract.get_absolute_url()
