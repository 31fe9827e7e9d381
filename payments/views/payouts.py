"""What a person is paid, and having it sent now."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.actors import freelancer
from marketplace.core.pages import keyset_page
from marketplace.core.views import Act, Page, client_address
from payments.models import Payout
from payments.permissions import can_be_paid, can_view_payout
from payments.queries.movements import movements_of_payout
from payments.queries.payees import standing_of
from payments.queries.payouts import earnings_of, payouts_of
from payments.services.payouts import pay_out
from payments.states import PayoutState
from payments.views.viewers import viewer_of


class PayoutsPage(Page):
    template = "payments/payouts.html"
    permission = can_be_paid

    def context(self) -> dict[str, Any]:
        rows = payouts_of(viewer_of(self.request))
        return {
            "earnings": earnings_of(viewer_of(self.request)),
            "standing": standing_of(viewer_of(self.request)),
            "page": keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", "")),
        }


class PayOutNow(Act):
    """Sends everything that is available."""

    permission = can_be_paid
    fresh = True
    said = "On its way: your payout is being sent."

    def act(self) -> str:
        by = freelancer(viewer_of(self.request), client_address(self.request))
        pay_out(payee=viewer_of(self.request), by=by)
        return reverse("payments:money")

    def back(self) -> str:
        return reverse("payments:money")


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
            "standing": standing_of(viewer_of(self.request))
            if payout.state == PayoutState.AVAILABLE
            else None,
            "documents": payout.documents.order_by("id"),
            "bank_payouts": payout.bank_payouts.order_by("id"),
            "movements": movements_of_payout(payout),
        }
