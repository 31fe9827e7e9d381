"""What arrived at a person's bank, is on its way there, or was not taken."""

from typing import Any

from django.shortcuts import get_object_or_404

from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page
from payments.escrows.views.viewers import viewer_of
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.permissions import can_be_paid, can_view_payout
from payments.payouts.queries.bank_payouts import bank_payouts_of, carried_by, rest_of
from payments.payouts.queries.movements import movements_of_bank_payout
from payments.payouts.queries.payees import standing_of


class BankPayoutsPage(Page):
    template = "payments/bank_payout_list.html"
    permission = can_be_paid

    def context(self) -> dict[str, Any]:
        rows = bank_payouts_of(viewer_of(self.request))
        after = self.request.GET.get("after", "")
        return {
            "standing": standing_of(viewer_of(self.request)),
            "page": keyset_page(rows, keys=("-id",), after=after),
        }


class BankPayoutPage(Page):
    template = "payments/bank_payout.html"
    permission = can_view_payout

    def load(self) -> BankPayout:
        rows = bank_payouts_of(viewer_of(self.request))
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        bank_payout: BankPayout = self.subject
        carried = carried_by(bank_payout)
        return {
            "bank_payout": bank_payout,
            "standing": standing_of(viewer_of(self.request)),
            "carried": carried,
            "rest": rest_of(bank_payout, carried),
            "movements": movements_of_bank_payout(bank_payout),
        }
