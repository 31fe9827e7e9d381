"""The ledger explorer: the books are read here, never written."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.moderation.forms import StaffSearchForm
from accounts.people.models import User
from marketplace.core.staff.entries import named_rows
from marketplace.core.web.pages import PAGE_SIZE, KeysetPage, keyset_page
from marketplace.core.web.views import Page
from payments.ledger.chart import AROUND_PLATFORM_FUNDS, MOVEMENTS
from payments.ledger.models import Account, Transfer
from payments.ledger.permissions import can_view_in_ledger, can_view_ledger
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.payouts.queries.payouts import payouts_of
from payments.payouts.queries.receivables import debt_lines
from payments.staff.forms.explorer import AccountFilter, TransferFilter
from payments.staff.queries.explorer import (
    account_at,
    accounts_like,
    accounts_of,
    add_standing,
    entries_on,
    name_owners,
    transfers_like,
)
from payments.staff.queries.identifiers import rows_identified_by

NEWEST_FIRST = ("-id",)


class _LedgerPage(Page):
    for_staff = can_view_ledger

    def page_of(self, rows: Any) -> KeysetPage:
        after = self.request.GET.get("after", "")
        return keyset_page(rows, keys=NEWEST_FIRST, after=after, size=PAGE_SIZE)


class LedgerPage(_LedgerPage):
    """The trial balance, which must be zero in each currency, and the accounts."""

    template = "payments/ledger_page.html"
    permission = can_view_ledger

    def context(self) -> dict[str, Any]:
        filters = AccountFilter(self.request.GET)
        lines = trial_balance()
        sums: dict[str, int] = {}
        own: dict[str, int] = {}
        for line in lines:
            sums[line.currency] = sums.get(line.currency, 0) + line.total
            if line.kind in AROUND_PLATFORM_FUNDS:
                own[line.currency] = own.get(line.currency, 0) - line.total
        page = self.page_of(accounts_like(**filters.chosen()))
        name_owners(page.items)
        return {
            "lines": lines,
            "sums": sums,
            "own": own,
            "misstated": misstated_accounts(),
            "filters": filters,
            "page": page,
            "search": StaffSearchForm(),
        }


class AccountPage(_LedgerPage):
    """One account: every entry, newest first, with what stood there after it."""

    template = "payments/ledger_account.html"
    permission = can_view_in_ledger

    def load(self) -> Account:
        wanted = self.kwargs["kind"], self.kwargs["currency"], self.kwargs.get("owner")
        return get_object_or_404(account_at(*wanted))

    def context(self) -> dict[str, Any]:
        account: Account = self.subject
        name_owners([account])
        page = self.page_of(entries_on(account))
        add_standing(account, page.items)
        return {"account": account, "page": page}


class TransfersPage(_LedgerPage):
    """Movements with their entries."""

    template = "payments/transfer_list.html"
    permission = can_view_ledger

    def context(self) -> dict[str, Any]:
        filters = TransferFilter(self.request.GET)
        chosen = filters.chosen()
        page = self.page_of(transfers_like(**chosen))
        movement = MOVEMENTS.get(chosen.get("code", ""))
        return {"filters": filters, "page": page, "movement": movement}


class TransferPage(Page):
    """One movement: each leg, each entry, and what it was posted for."""

    template = "payments/transfer_page.html"
    permission = can_view_in_ledger
    for_staff = can_view_ledger

    def load(self) -> Transfer:
        rows = Transfer.objects.prefetch_related("entries__account")
        return get_object_or_404(rows, key=self.kwargs["key"])

    def context(self) -> dict[str, Any]:
        transfer: Transfer = self.subject
        name_owners(entry.account for entry in transfer.entries.all())
        movement = MOVEMENTS[transfer.code]
        names = {(leg.source.value, leg.target.value): leg.name for leg in movement.legs}
        about = [row for part in transfer.key.split(":")[1:] for row in rows_identified_by(part)]
        return {
            "transfer": transfer,
            "movement": movement,
            "legs": [
                (names[source, target], source, target, amount)
                for source, _, target, _, amount in transfer.legs
            ],
            "about": list(named_rows(about).values()),
        }


class LedgerPersonPage(_LedgerPage):
    """One person's money: their accounts, what they owe, and every payout."""

    template = "payments/ledger_person.html"
    permission = can_view_in_ledger

    def load(self) -> User:
        return get_object_or_404(User, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        person: User = self.subject
        accounts = list(accounts_of(person))
        page = self.page_of(payouts_of(person))
        if not accounts and not page.items:
            raise Http404
        return {"person": person, "accounts": accounts, "debts": debt_lines(person), "page": page}
