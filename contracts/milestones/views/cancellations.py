"""Asking to cancel a milestone, answering, and taking funds back from a silent freelancer."""

from typing import Any

from contracts.milestones.views.loading import OfMilestone
from contracts.units.forms.consent import ConsentForm
from contracts.units.permissions import can_cancel_unit, can_reclaim_unit
from contracts.units.queries.silence import free_to_reclaim_at, last_sign_of
from contracts.units.services.cancellations import reclaim_unit
from contracts.units.views.cancellations import AskToCancel
from contracts.units.views.facts import facts_of
from marketplace.core.web.views import FormPage


class AskCancellation(AskToCancel, OfMilestone):
    """Ask the other side whether a milestone ends."""

    permission = can_cancel_unit


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
