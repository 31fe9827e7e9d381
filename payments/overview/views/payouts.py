"""One payout with its movements and papers."""

from typing import Any

from django.shortcuts import get_object_or_404

from marketplace.core.web.views import Page
from payments.documents.queries.documents import documents_of_payout
from payments.escrows.views.viewers import viewer_of
from payments.payouts.models.payouts import Payout
from payments.payouts.permissions import can_view_payout
from payments.payouts.queries.movements import movements_of_payout
from payments.payouts.queries.payees import standing_of
from payments.payouts.queries.payouts import (
    payouts_of,
    rail_of_payout,
)
from payments.payouts.states import PayoutState


class PayoutPage(Page):
    template = "payments/payout.html"
    permission = can_view_payout

    def load(self) -> Payout:
        return get_object_or_404(
            payouts_of(viewer_of(self.request)), public_id=self.kwargs["public_id"]
        )

    def context(self) -> dict[str, Any]:
        payout: Payout = self.subject
        return {
            "payout": payout,
            "parts": rail_of_payout(payout),
            "standing": standing_of(viewer_of(self.request))
            if payout.state == PayoutState.AVAILABLE
            else None,
            "documents": documents_of_payout(payout),
            "bank_payouts": payout.bank_payouts.order_by("id"),
            "movements": movements_of_payout(payout),
        }
