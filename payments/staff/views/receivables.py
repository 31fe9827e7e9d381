"""What payees owe, for staff: who, how much, since when, and what the platform bears of it."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.people.models import User
from marketplace.core.data.money import Money
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page
from payments.escrows.views.amounts import AmountPage
from payments.operations.permissions import can_look_at_waiting_money
from payments.payouts.queries.receivables import debts_on, owed_less_reversals, owing_accounts
from payments.staff.forms.reasons import WriteOffForm
from payments.staff.models import AdjustmentAct
from payments.staff.permissions import can_act_on_money
from payments.staff.views.adjustments import AdjustingPage


class ReceivablesPage(Page):
    template = "payments/receivable_list.html"
    permission = can_look_at_waiting_money
    for_staff = is_of_staff

    def context(self) -> dict[str, Any]:
        after = self.request.GET.get("after", "")
        page = keyset_page(owing_accounts(), keys=("balance", "id"), after=after)
        return {"page": page, "debts": debts_on(page.items)}


class WriteOffPage(AdjustingPage, AmountPage):
    """The platform bears what a payee owes, or a part of it."""

    template = "payments/escrow_amount.html"
    permission = can_act_on_money
    form_class = WriteOffForm
    adjustment_act = AdjustmentAct.WRITE_OFF
    title = "Write off what is owed"
    consequence = "payments/receivable_write_off_sentence.html"
    said = "Written off. The freelancer is told."

    def load(self) -> User:
        return get_object_or_404(User, public_id=self.kwargs["public_id"])

    @property
    def whole(self) -> Money:
        owed = owed_less_reversals(self.subject, self.kwargs["currency"])
        if not owed:
            raise Http404
        return owed

    def form_options(self) -> dict[str, Any]:
        return {"most": self.whole}

    def context(self) -> dict[str, Any]:
        currency = self.kwargs["currency"]
        facts = {"payee": self.subject, "about": self.subject, "back": self.home()}
        return super().context() | facts | {"limit": self.limit(currency)}

    def carry_out(self, part: Money, why: str) -> str:
        return self.ask(why, amount=part.minor, currency=part.currency)

    def home(self) -> str:
        return reverse("payments:staff_receivables")
