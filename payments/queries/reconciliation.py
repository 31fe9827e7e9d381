"""Our side of the comparison with the processor, and what staff see of it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Q, Sum
from django.utils import timezone

from payments.chart import AccountKind
from payments.models import Entry, Reconciliation, Refund
from payments.states import ReconciliationState, RefundState

CLEARING = (
    AccountKind.CHARGE_CLEARING,
    AccountKind.TRANSFER_CLEARING,
    AccountKind.REFUND_CLEARING,
)
# A refund may take a bank ten days; nothing else takes longer.
CLEARING_TIME = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class BookedMovement:
    """A movement on our processor balance, signed as the processor sees it."""

    key: str
    net: int
    currency: str


def booked_movements() -> list[BookedMovement]:
    """Every movement that touches the processor balance: what we have there is a debit here."""
    rows = (
        Entry.objects.filter(account__kind=AccountKind.PROCESSOR_BALANCE)
        .values(key=F("transfer__key"), currency=F("account__currency"))
        .annotate(total=Sum("amount"))
        .order_by("key")
    )
    return [
        BookedMovement(key=row["key"], net=-row["total"], currency=row["currency"]) for row in rows
    ]


def stale_clearing() -> list[tuple[str, int, str]]:
    """(account, minor units, currency) of clearing balances that nothing recent explains."""
    recent = Q(transfer__posted_at__gte=timezone.now() - CLEARING_TIME)
    sums = (
        Entry.objects.filter(account__kind__in=CLEARING)
        .values("account__kind", "account__currency")
        .annotate(
            total=Sum("amount"),
            credited=Sum("amount", filter=recent & Q(amount__gt=0), default=0),
            debited=Sum("amount", filter=recent & Q(amount__lt=0), default=0),
        )
        .order_by("account__kind", "account__currency")
    )
    return [
        (row["account__kind"], row["total"], row["account__currency"])
        for row in sums
        if not row["debited"] <= row["total"] <= row["credited"]
    ]


def pending_refunds() -> set[str]:
    """Ids of refunds that the processor books when it takes them, and we when they settled."""
    pending = Refund.objects.filter(state=RefundState.PENDING).exclude(processor_id="")
    return set(pending.values_list("processor_id", flat=True))


def newest_reconciliation() -> Reconciliation | None:
    return Reconciliation.objects.order_by("-id").first()


def are_payouts_stopped() -> bool:
    """While the newest comparison differs and nobody has explained it, nothing leaves."""
    newest = newest_reconciliation()
    return newest is not None and newest.state == ReconciliationState.DIFFERED


def explained_references() -> set[str]:
    """References of differences that staff have explained: they open no case again."""
    explained = Reconciliation.objects.filter(state=ReconciliationState.EXPLAINED)
    lists = explained.values_list("differences", flat=True)
    return {reference for differences in lists for _, reference, _, _ in differences}
