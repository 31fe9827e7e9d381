"""Both books beside each other: comparing them now, each line, and explaining what differs."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from marketplace.core.data.actors import moderator
from marketplace.core.data.events import events_of
from marketplace.core.staff.entries import staff_entries
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Act, FormPage, Page
from payments.ledger.permissions import can_view_ledger
from payments.operations.permissions import can_look_at_waiting_money
from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    Reconciliation,
    ReconciliationCase,
)
from payments.reconciliation.permissions import can_explain_differences, can_view_case
from payments.reconciliation.queries.comparison import (
    add_our_side,
    closed_cases,
    newest_reconciliation,
    open_cases,
    running_reconciliation,
)
from payments.reconciliation.services.cases import explain_case
from payments.reconciliation.services.comparison import start_reconciliation

SHOWN = 30
LINES = 50


class ReconciliationPage(Page):
    """How both books compare, what is open, and a run under way with its progress."""

    template = "payments/reconciliation_page.html"
    permission = can_look_at_waiting_money
    for_staff = is_of_staff

    def context(self) -> dict[str, Any]:
        newest = newest_reconciliation()
        earlier = Reconciliation.objects.order_by("-id").exclude(state="running")
        return {
            "running": running_reconciliation(),
            "newest": newest,
            "cases": open_cases()[:SHOWN],
            "closed": closed_cases().order_by("-closed_at", "-id")[:SHOWN],
            "earlier": earlier[1:SHOWN] if newest else [],
            "can_explain": can_view_ledger(self.request.user),
        }


class ReconcileNow(Act):
    """Whoever reads the ledger has it compared: what is new, or everything."""

    permission = can_view_ledger
    for_staff = can_view_ledger

    def act(self) -> str:
        is_full = self.request.POST.get("what") == "everything"
        start_reconciliation(by=moderator(self.request.user), is_full=is_full)
        return self.back()

    def back(self) -> str:
        return reverse("payments:staff_reconciliation")


class BalanceLinesPage(Page):
    """Each line of the processor's book, and beside it the movement that it is here."""

    template = "payments/balance_line_list.html"
    permission = can_view_ledger
    for_staff = can_view_ledger

    def context(self) -> dict[str, Any]:
        rows = BalanceLine.objects.select_related("transfer")
        only_alone = "alone" in self.request.GET
        rows = rows.filter(transfer=None) if only_alone else rows
        after = self.request.GET.get("after", "")
        page = keyset_page(rows, keys=("-at", "-id"), after=after, size=LINES)
        add_our_side(page.items)
        return {"page": page, "only_alone": only_alone}


class CasePage(Page):
    template = "payments/reconciliation_case.html"
    permission = can_view_case
    for_staff = is_of_staff

    def load(self) -> ReconciliationCase:
        rows = ReconciliationCase.objects.select_related("line", "transfer", "closed_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        case: ReconciliationCase = self.subject
        return {
            "case": case,
            "entries": staff_entries(events_of(case)),
            "can_explain": case.is_open and can_explain_differences(self.request.user, case),
        }


class ExplainCasePage(FormPage):
    """Payouts go on once no case is open."""

    template = "payments/reconciliation_explanation.html"
    permission = can_explain_differences
    for_staff = can_view_ledger
    form_class = StaffReasonForm
    fresh = True
    said = "Explained."

    def load(self) -> ReconciliationCase:
        return get_object_or_404(open_cases(), public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        others = open_cases().exclude(pk=self.subject.pk).count()
        return {"case": self.subject, "others": others}

    def act(self, form: StaffReasonForm) -> str:
        by, why = moderator(self.request.user), form.cleaned_data["why"]
        explain_case(case=self.subject, by=by, why=why)
        return reverse("payments:staff_reconciliation")
