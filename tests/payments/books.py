"""Balances of the ledger, for exact assertions; and what was posted when."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pgtrigger
from django.db.models import Max, Sum

from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import OWNED, AccountKind
from payments.ledger.models import Entry, Transfer
from payments.ledger.services.ledger import balance

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


@contextmanager
def posted_on(*day: int) -> Iterator[None]:
    """What is posted inside was posted on that day: the books go by the database's own clock."""
    last = Transfer.objects.aggregate(last=Max("pk"))["last"] or 0
    yield
    with pgtrigger.ignore("payments.Transfer:transfer_append_only"):
        posted = Transfer.objects.filter(pk__gt=last)
        posted.update(posted_at=datetime(*day, tzinfo=UTC))  # type: ignore[misc,arg-type]
