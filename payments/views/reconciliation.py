"""Both sides beside each other, comparing them now, and explaining what differs."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.actors import moderator
from marketplace.core.views import Act, Page
from payments.models import Reconciliation
from payments.permissions import can_explain_differences, can_view_ledger
from payments.queries.reconciliation import newest_reconciliation
from payments.services.reconciliation import explain_differences, reconcile
from payments.stripe_gateway import gateway_for_worker
from payments.views.staff_acts import StaffAct

SHOWN = 30


class ReconciliationPage(Page):
    template = "payments/staff_reconciliation.html"
    permission = can_view_ledger

    def context(self) -> dict[str, Any]:
        return {
            "newest": newest_reconciliation(),
            "earlier": Reconciliation.objects.order_by("-id")[1:SHOWN],
        }


class ReconcileNow(Act):
    permission = can_view_ledger
    said = "Compared just now."

    def act(self) -> str:
        reconcile(gateway=gateway_for_worker(), by=moderator(self.request.user))
        return self.back()

    def back(self) -> str:
        return reverse("payments:staff_reconciliation")


class ExplainDifferencesPage(StaffAct):
    permission = can_explain_differences
    title = "Explain these differences"
    consequence = "Payouts go on. The same differences open no case again."
    said = "Explained. Payouts go on."

    def load(self) -> Reconciliation:
        rows = Reconciliation.objects.filter(state="differed")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def carry_out(self, why: str) -> None:
        by = moderator(self.request.user)
        explain_differences(reconciliation=self.subject, by=by, why=why)
