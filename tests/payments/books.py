"""Balances of the ledger, for exact assertions."""

from django.db.models import Sum

from payments.chart import OWNED, AccountKind
from payments.ledger import balance
from payments.models import Entry, Escrow

PLATFORM_KINDS = [kind for kind in AccountKind if kind not in OWNED]


def books(escrow: Escrow) -> dict[str, int]:
    """Every balance that is not zero, of this escrow, its payee and the platform."""
    owners = dict.fromkeys(PLATFORM_KINDS, 0) | {
        AccountKind.HELD: escrow.pk,
        AccountKind.PAYEE_CLEARING: escrow.payee_id,
        AccountKind.PAYEE_AVAILABLE: escrow.payee_id,
        AccountKind.PAYEE_RECEIVABLE: escrow.payee_id,
    }
    found = {kind.value: balance(kind, owner, escrow.currency) for kind, owner in owners.items()}
    return {kind: amount for kind, amount in found.items() if amount}


def trial_balance() -> int:
    return Entry.objects.aggregate(total=Sum("amount"))["total"] or 0
