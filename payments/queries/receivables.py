"""What payees owe the platform, and how it came about."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Sum

from accounts.models import User
from marketplace.core.money import Money
from payments.chart import AccountKind
from payments.models import Account, Entry, Reversal
from payments.states import ReversalState


@dataclass(frozen=True, kw_only=True)
class DebtLine:
    """One change of what a payee owes; `money` is above zero where they came to owe more."""

    what: str
    when: datetime
    money: Money


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
