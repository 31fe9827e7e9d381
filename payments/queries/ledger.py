"""Reading the books."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet, Sum

from payments.chart import AccountKind
from payments.models import Account, Entry, Transfer


@dataclass(frozen=True)
class TrialBalanceLine:
    """Sum of all entries on one kind of account in one currency, in minor units."""

    kind: str
    currency: str
    total: int


def trial_balance() -> list[TrialBalanceLine]:
    """Re-derived from the entries alone; the totals of each currency sum to zero."""
    sums = (
        Entry.objects.values("account__kind", "account__currency")
        .annotate(total=Sum("amount"))
        .order_by("account__currency", "account__kind")
    )
    return [
        TrialBalanceLine(row["account__kind"], row["account__currency"], row["total"])
        for row in sums
    ]


def misstated_accounts() -> list[int]:
    """Ids of owned accounts whose stored balance differs from their entries: always empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.id FROM payments_account a LEFT JOIN payments_entry e ON e.account_id = a.id"
            " WHERE a.owner_id > 0 GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0)"
        )
        return [row[0] for row in cursor.fetchall()]


def transfers_touching(kind: AccountKind, owner_id: int) -> QuerySet[Transfer]:
    """Every transfer with an entry on the owner's account of `kind`, oldest first."""
    accounts = Account.objects.filter(kind=kind, owner_id=owner_id)
    touching = Entry.objects.filter(account__in=accounts).values("transfer_id")
    return Transfer.objects.filter(pk__in=touching).order_by("id")
