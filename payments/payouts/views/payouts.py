"""What a person is paid, and having it sent now."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from marketplace.core.data.actors import freelancer
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import FormPage, Page, client_address
from payments.escrows.queries.purses import NEAREST_TO_PAYEE, purses
from payments.escrows.views.viewers import viewer_of
from payments.payouts.forms import PayOutForm
from payments.payouts.models.payouts import Payout
from payments.payouts.permissions import can_be_paid
from payments.payouts.queries.bank_payouts import last_bank_of
from payments.payouts.queries.payees import standing_of
from payments.payouts.queries.payouts import (
    available_to,
    earnings_of,
    payouts_of,
    totals_of,
)
from payments.payouts.queries.receivables import owed_by
from payments.payouts.services.payouts import pay_out


class PayoutsPage(Page):
    template = "payments/payout_list.html"
    permission = can_be_paid

    def context(self) -> dict[str, Any]:
        rows = payouts_of(viewer_of(self.request))
        earnings = earnings_of(viewer_of(self.request))
        rails = {currency: list(places.items()) for currency, places in earnings.items()}
        return {
            "purses": purses(rails, NEAREST_TO_PAYEE),
            "standing": standing_of(viewer_of(self.request)),
            "page": keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", "")),
        }


class PayOutPage(FormPage):
    """Says what would be sent, to where and when, and sends exactly that."""

    template = "payments/payout_new.html"
    permission = can_be_paid
    form_class = PayOutForm
    fresh = True
    said = "Your payout is being sent."

    @cached_property
    def available(self) -> list[Payout]:
        return available_to(viewer_of(self.request))

    def form_options(self) -> dict[str, Any]:
        return {"available": self.available}

    def context(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        return {
            "available": self.available,
            "totals": totals_of(self.available),
            "bank": last_bank_of(user),
            "owed": owed_by(user),
            "standing": standing_of(user),
        }

    def act(self, form: PayOutForm) -> str:
        user = viewer_of(self.request)
        by = freelancer(user, client_address(self.request))
        pay_out(payee=user, by=by, only=form.cleaned_data["payouts"])
        return reverse("payments:money")
