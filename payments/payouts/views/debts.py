from typing import Any

from marketplace.core.web.views import Page
from payments.escrows.views.viewers import viewer_of
from payments.payouts.permissions import can_be_paid
from payments.payouts.queries.receivables import debt_lines, owed_by


class DebtsPage(Page):
    """What a freelancer owes after a payment was taken back, and every change of it."""

    template = "payments/debt_list.html"
    permission = can_be_paid

    def context(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        return {"owed": owed_by(user), "lines": debt_lines(user)}
