"""The ledger for staff: it is read here, never written."""

from typing import Any

from marketplace.core.pages import keyset_page
from marketplace.core.views import Page
from payments.forms import AccountFilter, TransferFilter
from payments.permissions import can_look_at_waiting_money, can_view_ledger
from payments.queries.ledger import misstated_accounts, trial_balance
from payments.queries.staff import (
    accounts_like,
    blocked_payouts,
    failed_refunds,
    long_held_escrows,
    mismatched_charges,
    named_owners,
    stuck_operations,
    transfers_like,
    waiting_events,
)

SHOWN = 50


class LedgerPage(Page):
    """The trial balance, which must be zero in each currency, and the accounts."""

    template = "payments/staff_ledger.html"
    permission = can_view_ledger

    def context(self) -> dict[str, Any]:
        filters = AccountFilter(self.request.GET)
        lines = trial_balance()
        sums: dict[str, int] = {}
        for line in lines:
            sums[line.currency] = sums.get(line.currency, 0) + line.total
        rows = accounts_like(**filters.chosen())
        page = keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", ""))
        owners = named_owners(page.items)
        for account in page.items:
            account.owner = owners.get(account.pk)
        return {
            "lines": lines,
            "sums": sums,
            "misstated": misstated_accounts(),
            "filters": filters,
            "page": page,
        }


class TransfersPage(Page):
    """Movements with their entries."""

    template = "payments/staff_transfers.html"
    permission = can_view_ledger

    def context(self) -> dict[str, Any]:
        filters = TransferFilter(self.request.GET)
        rows = transfers_like(**filters.chosen())
        return {
            "filters": filters,
            "page": keyset_page(rows, keys=("-id",), after=self.request.GET.get("after", "")),
        }


class AttentionPage(Page):
    """What no rule could settle."""

    template = "payments/staff_attention.html"
    permission = can_look_at_waiting_money

    def context(self) -> dict[str, Any]:
        return {
            "operations": stuck_operations()[:SHOWN],
            "events": waiting_events()[:SHOWN],
            "refunds": failed_refunds()[:SHOWN],
            "charges": mismatched_charges()[:SHOWN],
            "payouts": blocked_payouts()[:SHOWN],
            "escrows": long_held_escrows()[:SHOWN],
        }
