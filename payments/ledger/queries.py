"""Reading the books."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Sum

from payments.ledger.models import Entry

MISSTATED = """
    SELECT account.id, account.currency, coalesce(rolled.balance, account.balance)
    FROM payments_account account
    LEFT JOIN payments_accountrollup rolled ON rolled.account_id = account.id
    LEFT JOIN (
        SELECT entry.account_id,
            sum(entry.amount) FILTER (WHERE entry.id <= coalesce(covered.up_to, entry.id)) AS total
        FROM payments_entry entry
        LEFT JOIN payments_accountrollup covered ON covered.account_id = entry.account_id
        GROUP BY entry.account_id
    ) derived ON derived.account_id = account.id
    WHERE (account.owner_id > 0 OR rolled.account_id IS NOT NULL)
        AND coalesce(rolled.balance, account.balance) <> coalesce(derived.total, 0)
"""


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


def misstated_accounts() -> list[tuple[int, str, int]]:
    """(account, currency, balance) wherever it is not the sum of the entries: always empty.

    Every stored and every rolled up balance is derived again, in one pass over all entries.
    """
    with connection.cursor() as cursor:
        cursor.execute(MISSTATED)
        return cursor.fetchall()
