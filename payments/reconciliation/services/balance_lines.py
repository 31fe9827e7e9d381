"""The processor's own book of our balance, kept line by line, and each laid to its movement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from payments.ledger.chart import dispute_movement
from payments.ledger.errors import KeyReused
from payments.ledger.models import Transfer
from payments.reconciliation.models.reconciliations import BalanceLine, CaseKind, Reconciliation
from payments.reconciliation.queries.comparison import nets_of, pending_refunds
from payments.reconciliation.services.platform_funds import (
    FEES,
    KINDS,
    book_platform_funds,
    platform_key,
    platform_movement,
)
from payments.stripe.objects import BalanceChange

# A webhook or the poll brings a line of the processor here within this time.
ON_ITS_WAY = timedelta(hours=1)
LEASE = timedelta(minutes=5)
BATCH = 100

# What a line of the processor is in our books; the key names its own id or its source.
MOVEMENT_OF = {
    "charge": "charge_settled",
    "payment": "charge_settled",
    "transfer": "payout_sent",
    "refund": "refund_settled",
    "payment_refund": "refund_settled",
    "refund_failure": "refund_returned",
    "payment_failure_refund": "refund_returned",
    "transfer_refund": "transfer_reversed",
}
REFUNDS = [kind for kind, code in MOVEMENT_OF.items() if code.startswith("refund_")]
# A card dispute may be booked several times, and a charge only once: by the line's own id.
BY_LINE = ("charge_settled", "dispute_withdrawn", "dispute_reinstated")


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What stands in one book only, or differs; signed as the processor does."""

    kind: CaseKind
    reference: str
    currency: str
    theirs: int | None = None
    ours: int | None = None
    line: BalanceLine | None = None
    transfer: Transfer | None = None


@dataclass(kw_only=True)
class Matching:
    """What came of laying lines to movements."""

    matched: int = 0
    differences: list[Difference] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    # Keys that a line claims with another amount: their movements are not alone.
    claimed: set[str] = field(default_factory=set)


def read_lines(run: Reconciliation, changes: Iterable[BalanceChange]) -> None:
    """Keep what the processor lists, in batches, each with the progress of the run."""
    rest = iter(changes)
    while batch := list(islice(rest, BATCH)):
        _keep(run, batch)


@transaction.atomic
def _keep(run: Reconciliation, batch: list[BalanceChange]) -> None:
    ids = [change.id for change in batch]
    known = BalanceLine.objects.select_for_update().in_bulk(ids, field_name="line_id")
    lines = {change.id: _line(run, change) for change in batch}
    new = [line for line_id, line in lines.items() if line_id not in known]
    BalanceLine.objects.bulk_create(new, ignore_conflicts=True)
    BalanceLine.objects.filter(line_id__in=known).update(read_in=run)
    for line_id, kept in known.items():
        if _stated(kept) != _stated(lines[line_id]):
            lines[line_id].pk = kept.pk
            lines[line_id].save()
    Reconciliation.objects.filter(pk=run.pk).update(
        lines_read=F("lines_read") + len(batch), leased_until=timezone.now() + LEASE
    )


def _line(run: Reconciliation, change: BalanceChange) -> BalanceLine:
    return BalanceLine(
        line_id=change.id,
        kind=change.kind,
        source=change.source,
        net=change.net,
        fee=change.fee,
        currency=change.currency,
        at=change.at,
        read_in=run,
    )


def _stated(line: BalanceLine) -> tuple[str, str, int, int, str, datetime]:
    return line.kind, line.source, line.net, line.fee, line.currency, line.at


def book_own_lines() -> None:
    """Post what the lines tell of our own money and no message has brought.

    Runs in the caller's transaction, before lines are laid to movements. A line that was booked
    with other figures is left alone: laying it to that movement shows the difference.
    """
    for line in BalanceLine.objects.filter(transfer=None, kind__in=KINDS).order_by("id"):
        with suppress(KeyReused):
            book_platform_funds(
                BalanceChange(
                    id=line.line_id,
                    kind=line.kind,
                    source=line.source,
                    net=line.net,
                    fee=line.fee,
                    currency=line.currency,
                    at=line.at,
                )
            )


def match_lines() -> Matching:
    """Lay every line that is alone to the one movement that it must be.

    Runs in the caller's transaction; reads what is unmatched only.
    """
    result = Matching()
    for lines in _alone():
        keys = {line.pk: key_of(line) for line in lines}
        found = Transfer.objects.filter(key__in=set(keys.values()))
        ours = {transfer.key: transfer for transfer in found}
        nets = nets_of(ours.values())
        taken = set(
            BalanceLine.objects.filter(transfer__in=found).values_list("transfer_id", flat=True)
        )
        passing, pending = _cancelled_refunds(lines), pending_refunds()
        for line in lines:
            transfer = ours.get(keys[line.pk])
            if transfer is not None:
                _lay(line, transfer, nets[transfer.pk], taken, result)
            elif line.source not in passing:
                _miss(line, is_pending=line.source in pending, result=result)
        BalanceLine.objects.bulk_update([line for line in lines if line.transfer], ["transfer"])
    return result


def _alone() -> Iterator[list[BalanceLine]]:
    last = 0
    alone = BalanceLine.objects.filter(transfer=None).order_by("id")
    while lines := list(alone.filter(pk__gt=last)[: BATCH * 5]):
        yield lines
        last = lines[-1].pk


def _lay(
    line: BalanceLine, transfer: Transfer, net: int, taken: set[int], result: Matching
) -> None:
    if transfer.pk not in taken and (net, transfer.currency) == (line.net, line.currency):
        line.transfer = transfer
        taken.add(transfer.pk)
        result.matched += 1
        return
    is_twice = transfer.pk in taken
    result.claimed.add(transfer.key)
    result.differences.append(
        Difference(
            kind=CaseKind.TWICE if is_twice else CaseKind.OTHER_AMOUNT,
            reference=line.line_id,
            currency=line.currency,
            theirs=line.net,
            ours=None if is_twice else net,
            line=line,
            transfer=transfer,
        )
    )


def _miss(line: BalanceLine, *, is_pending: bool, result: Matching) -> None:
    if not line.net and (not line.fee or line.kind in FEES):
        # It changes nothing of ours: there is no movement to miss.
        return
    if is_pending or timezone.now() - line.at < ON_ITS_WAY:
        result.waiting[line.currency] += line.net
        return
    result.differences.append(
        Difference(
            kind=CaseKind.MISSING_HERE,
            reference=line.line_id,
            currency=line.currency,
            theirs=line.net,
            line=line,
        )
    )


def key_of(line: BalanceLine) -> str:
    """The key of the one movement that `line` must have."""
    if own := platform_movement(line.kind, net=line.net, fee=line.fee):
        return platform_key(own, line.line_id)
    movement = MOVEMENT_OF.get(line.kind, line.kind)
    if line.kind == "adjustment":
        movement = dispute_movement(net=line.net, fee=line.fee).code
    return f"{movement}:{line.line_id if movement in BY_LINE else line.source}"


def _cancelled_refunds(lines: list[BalanceLine]) -> set[str]:
    """Refunds that failed before they had settled here: booked there and back, never by us."""
    sources = {line.source for line in lines if line.kind in REFUNDS}
    sums = BalanceLine.objects.filter(kind__in=REFUNDS, source__in=sources)
    nothing = sums.values("source").annotate(total=Sum("net")).filter(total=0)
    back = {f"refund_failed:{row['source']}": row["source"] for row in nothing.order_by()}
    failed = Transfer.objects.filter(key__in=back).values_list("key", flat=True)
    return {back[key] for key in failed}
