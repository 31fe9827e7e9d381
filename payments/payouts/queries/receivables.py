"""What payees owe the platform, and how it came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Sum
from django.utils import timezone

from accounts.people.models import User
from marketplace.core.data.money import Money
from marketplace.core.staff.registry import COUNT_LIMIT
from payments.ledger.chart import AccountKind
from payments.ledger.models import Account, Entry
from payments.payouts.models.reversals import Reversal
from payments.payouts.states import ReversalState

# A debt that later earnings have not settled by then is for staff to decide.
STANDS_LONG = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class DebtLine:
    """One change of what a payee owes; `money` is above zero where they came to owe more."""

    what: str
    when: datetime
    money: Money


@dataclass(frozen=True, kw_only=True)
class Debt:
    """What one payee owes in one currency, without a break since `since`."""

    payee: User
    money: Money
    since: datetime


WHAT = {
    "release_recalled": "A payment was taken back",
    "loss_recovered": "A lost card dispute",
    "receivable_settled": "Kept from what you earned",
    "transfer_reversed": "Taken back from your payout account",
    "receivable_written_off": "Holdout bears it",
}


def being_reversed(payee_id: int, currency: str) -> int:
    """Minor units that the processor is asked to take back from the payee right now."""
    pending = Reversal.objects.filter(
        payout__payee=payee_id, currency=currency, state=ReversalState.PENDING
    )
    return pending.aggregate(total=Sum("amount"))["total"] or 0


def owing_accounts() -> QuerySet[Account]:
    """The account of each payee who owes something, the largest debt first."""
    rows = Account.objects.filter(kind=AccountKind.PAYEE_RECEIVABLE, balance__lt=0)
    return rows.order_by("balance", "id")


def debts_on(accounts: Sequence[Account]) -> list[Debt]:
    """The debts behind these accounts, in two queries."""
    people = User.objects.in_bulk([account.owner_id for account in accounts])
    since = _owed_since([account.pk for account in accounts])
    return [
        Debt(
            payee=people[account.owner_id],
            money=Money(-account.balance, account.currency),
            since=since[account.pk],
        )
        for account in accounts
    ]


def standing_debts() -> list[Debt]:
    """Those of the largest that have stood for long: later earnings do not settle them."""
    late = timezone.now() - STANDS_LONG
    debts = debts_on(list(owing_accounts()[: COUNT_LIMIT + 1]))
    return sorted((debt for debt in debts if debt.since < late), key=lambda debt: debt.since)


def _owed_since(account_ids: list[int]) -> dict[int, datetime]:
    """When each account last left zero, by its row."""
    if not account_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account_id, min(posted_at) FILTER (WHERE id > coalesce(settled, 0)) FROM"
            " (SELECT *, max(id) FILTER (WHERE standing = 0) OVER (PARTITION BY account_id)"
            "   AS settled FROM"
            "  (SELECT e.id, e.account_id, t.posted_at, sum(e.amount)"
            "    OVER (PARTITION BY e.account_id ORDER BY e.id) AS standing"
            "   FROM payments_entry e JOIN payments_transfer t ON t.id = e.transfer_id"
            "   WHERE e.account_id = ANY(%s)) running) marked GROUP BY account_id",
            [account_ids],
        )
        return dict(cursor.fetchall())


def owed_less_reversals(user: User, currency: str) -> Money:
    """What the person owes and the processor is not just taking back."""
    account = owing_accounts().filter(owner_id=user.pk, currency=currency).first()
    owed = -account.balance if account else 0
    return Money(max(owed - being_reversed(user.pk, currency), 0), currency)


def owed_by(user: User) -> list[Money]:
    """What the person owes, by currency; empty when nothing."""
    accounts = owing_accounts().filter(owner_id=user.pk).order_by("currency")
    return [Money(-account.balance, account.currency) for account in accounts]


def debt_lines(user: User) -> list[DebtLine]:
    """Every change of what the person owes or owed, newest first."""
    entries: Any = Entry.objects.filter(
        account__kind=AccountKind.PAYEE_RECEIVABLE, account__owner_id=user.pk
    )
    return [
        DebtLine(
            what=WHAT[entry.transfer.code],
            when=entry.transfer.posted_at,
            money=Money(-entry.amount, entry.transfer.currency),
        )
        for entry in entries.select_related("transfer").order_by("-id")
    ]
