"""Asking to cancel a trial, and taking funds back when nothing was delivered."""

from typing import Any

from contracts.trials.views.loading import OfTrial
from contracts.units.forms.consent import ConsentForm
from contracts.units.permissions import can_reclaim_unit
from contracts.units.queries.silence import free_to_reclaim_at
from contracts.units.services.cancellations import reclaim_unit
from contracts.units.views.cancellations import AskToCancel
from contracts.units.views.facts import facts_of
from marketplace.core.web.views import FormPage


class AskCancellation(AskToCancel, OfTrial):
    """Ask the other side whether a trial ends, and its money goes back."""


class ReclaimTrial(OfTrial, FormPage):
    """Takes held funds back when nothing was delivered; says from when that is possible."""

    permission = can_reclaim_unit
    template = "contracts/trial_reclaim.html"
    form_class = ConsentForm
    fresh = True
    said = "The held funds are on their way back to you."

    def context(self) -> dict[str, Any]:
        return facts_of(self.unit) | {"free_at": free_to_reclaim_at(self.unit)}

    def act(self, form: Any) -> str:
        reclaim_unit(unit=self.unit, by=self.actor())
        return self.contract.get_absolute_url()
