"""Both sides of the comparison with the processor, and what staff see of it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from marketplace.core.data.money import Money
from payments.ledger.chart import MOVEMENTS, AccountKind
from payments.ledger.models import Entry, Transfer
from payments.payouts.queries.stops import stops_payouts
from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    CaseKind,
    Reconciliation,
    ReconciliationCase,
)
from payments.reconciliation.states import ReconciliationCaseState, ReconciliationState
from payments.refunds.models import Refund
from payments.refunds.states import RefundState

# The whole book of a large platform takes an hour or two.
ENDS_WITHIN = timedelta(hours=6)
CLEARING = (
    AccountKind.CHARGE_CLEARING,
    AccountKind.TRANSFER_CLEARING,
    AccountKind.REFUND_CLEARING,
)
# The movements that the processor books as well.
BOOKED_THERE = [
    movement.code
    for movement in MOVEMENTS.values()
    for leg in movement.legs[:1]
    if AccountKind.PROCESSOR_BALANCE in (leg.source, leg.target)
]


def newest_reconciliation() -> Reconciliation | None:
    """The newest that has ended."""
    ended = Reconciliation.objects.exclude(state=ReconciliationState.RUNNING)
    return ended.order_by("-id").first()


def running_reconciliation() -> Reconciliation | None:
    return Reconciliation.objects.filter(state=ReconciliationState.RUNNING).first()


def late_reconciliations() -> QuerySet[Reconciliation]:
    """The run under way, if it should have ended long ago."""
    begun = timezone.now() - ENDS_WITHIN
    return Reconciliation.objects.filter(state=ReconciliationState.RUNNING, started_at__lt=begun)


def open_cases() -> QuerySet[ReconciliationCase]:
    """Differences that nobody has explained, the oldest first."""
    rows = ReconciliationCase.objects.filter(state=ReconciliationCaseState.OPEN)
    return rows.select_related("line", "transfer").order_by("opened_at", "id")


def closed_cases() -> QuerySet[ReconciliationCase]:
    rows = ReconciliationCase.objects.exclude(state=ReconciliationCaseState.OPEN)
    return rows.select_related("line", "transfer", "closed_by")


@stops_payouts
def is_a_difference_open() -> bool:
    """While any difference is unexplained, nothing leaves."""
    return ReconciliationCase.objects.filter(state=ReconciliationCaseState.OPEN).exists()


def nets_of(transfers: Iterable[Transfer]) -> dict[int, int]:
    """What each transfer changes of our balance, signed as the processor sees it, by its row."""
    sums = (
        Entry.objects.filter(transfer__in=list(transfers))
        .values_list("transfer")
        # Not in WHERE: there it would lead through all entries of our balance.
        .annotate(total=Sum("amount", filter=Q(account__kind=AccountKind.PROCESSOR_BALANCE)))
    )
    return {transfer_id: -total for transfer_id, total in sums if total is not None}


def add_our_side(lines: Sequence[BalanceLine]) -> None:
    """Note on each line what its movement changed of our balance, if any, and the difference."""
    nets = nets_of([line.transfer for line in lines if line.transfer])
    for line in lines:
        ours = Money(nets[line.transfer.pk], line.currency) if line.transfer else None
        line.ours = ours  # type: ignore[attr-defined]
        line.difference = line.money - ours if ours else line.money  # type: ignore[attr-defined]


def lonely_movements(*, after: int, until: int, met: Collection[str]) -> QuerySet[Transfer]:
    """Movements that the processor has no line for: posted between, or found before.

    `met` are keys that a line claims with another amount.
    """
    booked = BalanceLine.objects.filter(transfer=OuterRef("pk"))
    found_before = ReconciliationCase.objects.filter(kind=CaseKind.MISSING_THERE).exclude(
        state=ReconciliationCaseState.SETTLED
    )
    rows = Transfer.objects.filter(
        Q(pk__gt=after, pk__lte=until) | Q(pk__in=found_before.values("transfer")),
        ~Exists(booked),
        code__in=BOOKED_THERE,
    )
    return rows.exclude(key__in=met).order_by("id")


def totals_here() -> dict[str, int]:
    """Our balance by our own books, as the processor sees it, by currency."""
    rows = Entry.objects.filter(account__kind=AccountKind.PROCESSOR_BALANCE)
    sums = rows.values_list("account__currency").annotate(total=Sum("amount"))
    return {currency: -total for currency, total in sums}


def totals_there() -> dict[str, int]:
    """The same by the processor's lines."""
    rows = BalanceLine.objects.values_list("currency").annotate(total=Sum("net"))
    return dict(rows.order_by())


def stale_clearing() -> list[tuple[str, int, str]]:
    """(account, minor units, currency) of clearing balances that nothing recent explains."""
    since = timezone.now() - timedelta(days=settings.CLEARING_ACCOUNTS_EMPTY_AFTER_DAYS)
    recent = Q(transfer__posted_at__gte=since)
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
