"""Reviews that stand still because a side cannot act, and a moderator who ends one."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from contracts.agreements.queries.standstills import standing_contracts
from contracts.units.models.units import Unit
from contracts.units.queries.standstills import standing_reviews
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.views import Page
from payments.escrows.models.escrows import Escrow
from payments.staff.models import AdjustmentAct
from payments.staff.permissions import can_act_on_money
from payments.staff.views.adjustments import AdjustingPage

SHOWN = 100


class StandingReviews(Page):
    """Delivered work that nobody decides on, and every contract in which no period runs."""

    template = "contracts/unit_standing.html"
    permission = is_of_staff
    for_staff = is_of_staff

    def context(self) -> dict[str, Any]:
        return {
            "reviews": list(standing_reviews()[:SHOWN]),
            "contracts": list(standing_contracts()[:SHOWN]),
        }


class ApproveWork(AdjustingPage):
    """In place of a client who cannot act, or whose freelancer cannot: the money is released."""

    adjustment_act = AdjustmentAct.APPROVE_WORK
    template = "contracts/unit_approval.html"
    permission = can_act_on_money
    form_class = StaffReasonForm
    said = "Approved. The money is released, and both sides are told why."

    def load(self) -> Escrow:
        self.unit = get_object_or_404(standing_reviews(), public_id=self.kwargs["public_id"])
        return self.unit.held_in

    def context(self) -> dict[str, Any]:
        unit: Unit = self.unit
        submissions = unit.submissions.select_related("submitted_by")
        return {
            "unit": unit,
            "contract": unit.contract,
            "submission": submissions.prefetch_related("files").order_by("round").last(),
            "criteria": list(unit.criteria.all()),
            "limit": self.limit(unit.currency),
            "back": self.home(),
        }

    def act(self, form: StaffReasonForm) -> str:
        return self.ask(form.cleaned_data["why"])

    def home(self) -> str:
        return reverse("contracts:staff_contract", args=[self.unit.contract.public_id])
