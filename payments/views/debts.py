from typing import Any

from marketplace.core.web.views import Page
from payments.permissions import can_be_paid
from payments.queries.receivables import debt_lines, owed_by
from payments.views.viewers import viewer_of


class DebtsPage(Page):
    """What a freelancer owes after a payment was taken back, and every change of it."""

    template = "payments/debts.html"
    permission = can_be_paid

    def context(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        return {"owed": owed_by(user), "lines": debt_lines(user)}
