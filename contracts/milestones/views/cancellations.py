"""Asking to cancel a milestone, answering, and taking funds back from a silent freelancer."""

from typing import Any

from contracts.agreements.permissions import is_freelancer_of
from contracts.milestones.views.loading import OfMilestone
from contracts.units.forms.consent import ConsentForm
from contracts.units.permissions import (
    can_cancel_unit,
    can_reclaim_unit,
)
from contracts.units.queries.silence import free_to_reclaim_at, last_sign_of
from contracts.units.services.cancellations import (
    ask_cancellation,
    reclaim_unit,
)
from contracts.units.views.facts import facts_of
from marketplace.core.web.reasons import ReasonForm
from marketplace.core.web.views import FormPage


class AskCancellation(OfMilestone, FormPage):
    permission = can_cancel_unit
    template = "contracts/milestone_cancellation.html"
    form_class = ReasonForm
    said = "Asked. Nothing moves until the other side answers."

    def context(self) -> dict[str, Any]:
        is_freelancer = is_freelancer_of(self.request.user, self.contract)
        other = self.contract.organisation if is_freelancer else self.contract.freelancer
        return facts_of(self.unit) | {"other": other}

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        ask_cancellation(unit=self.unit, by=self.actor(), why=why)
        return self.unit.get_absolute_url()


class ReclaimMilestone(OfMilestone, FormPage):
    """Takes held funds back from a silent freelancer; says from when that is possible."""

    permission = can_reclaim_unit
    template = "contracts/milestone_reclaim.html"
    form_class = ConsentForm
    fresh = True
    said = "The held funds are on their way back to you."

    def context(self) -> dict[str, Any]:
        free_at = free_to_reclaim_at(self.unit)
        sign = last_sign_of(self.unit) if free_at else None
        return facts_of(self.unit) | {"free_at": free_at, "last_sign": sign}

    def act(self, form: Any) -> str:
        reclaim_unit(unit=self.unit, by=self.actor())
        return self.contract.get_absolute_url()
