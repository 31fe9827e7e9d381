"""Our books against the processor's: each line there is exactly one movement here.

A worker compares: every night what is new, every week everything. Differences open cases,
which stop payouts until staff have explained each or a later comparison agrees.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue, enqueue_once
from marketplace.core.data.locks import lock
from payments.ledger.models import Transfer
from payments.ledger.queries import misstated_accounts
from payments.reconciliation.models.reconciliations import BalanceLine, CaseKind, Reconciliation
from payments.reconciliation.queries.comparison import (
    lonely_movements,
    nets_of,
    newest_reconciliation,
    open_cases,
    running_reconciliation,
    stale_clearing,
    totals_here,
    totals_there,
)
from payments.reconciliation.services.balance_lines import (
    LEASE,
    Difference,
    Matching,
    book_own_lines,
    match_lines,
    read_lines,
)
from payments.reconciliation.services.cases import take_over_differences
from payments.reconciliation.states import RECONCILIATION, ReconciliationState
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import Gateway

# Rows become visible out of order, clocks differ, and a list may show a line late.
OVERLAP = timedelta(days=1)


def start_reconciliation(*, by: Actor = SYSTEM, is_full: bool = False) -> Reconciliation:
    """Have a worker compare; the run under way if there is one. Side effects: an event, a job."""
    with transaction.atomic():
        run, is_new = _open_run(by=by, is_full=is_full)
        if is_new:
            enqueue("payments.reconcile", reconciliation_id=run.pk)
    return run


def _open_run(*, by: Actor, is_full: bool) -> tuple[Reconciliation, bool]:
    """The first one of all is full."""
    last = newest_reconciliation()
    run, is_new = Reconciliation.objects.get_or_create(
        state=ReconciliationState.RUNNING,
        defaults={"is_full": is_full or last is None or not BalanceLine.objects.exists()},
    )
    if is_new:
        told = {"is_full": run.is_full}
        record("reconciliation.started", subject=run, actor=by, particulars=told)
    return run, is_new


def carry_on_reconciliation() -> None:
    """Promise a run again whose worker is gone. Side effect: a job."""
    run = running_reconciliation()
    if run and run.leased_until < timezone.now():
        enqueue_once("payments.reconcile", reconciliation_id=run.pk)


def reconcile(*, gateway: Gateway, by: Actor = SYSTEM, is_full: bool = False) -> Reconciliation:
    """Start a run and carry it out now. Calls the processor."""
    run, _ = _open_run(by=by, is_full=is_full)
    perform_reconciliation(run=run, gateway=gateway)
    return run


def perform_reconciliation(*, run: Reconciliation, gateway: Gateway) -> None:
    """Read what the processor booked, compare, and end the run. Harmless when repeated.

    Raises ProcessorError after noting it; the run is then carried on later.
    """
    if not _claim(run):
        return
    # Ours are noted first: whatever stands here must already stand there.
    until = Transfer.objects.aggregate(newest=Max("pk"))["newest"] or 0
    try:
        odd = _read(run, gateway)
    except ProcessorError as error:
        changes = {"problem": error.sentence, "leased_until": timezone.now()}
        Reconciliation.objects.filter(pk=run.pk).update(**changes)
        raise
    _conclude(run, until, odd)


def _claim(run: Reconciliation) -> bool:
    """Whether the run is ours to carry out: nobody else is at it."""
    with transaction.atomic():
        lock(run)
        now = timezone.now()
        if run.state != ReconciliationState.RUNNING or run.leased_until > now:
            return False
        run.leased_until, run.lines_read, run.problem = now + LEASE, 0, ""
        run.save(update_fields=["leased_until", "lines_read", "problem"])
    return True


def _read(run: Reconciliation, gateway: Gateway) -> dict[str, int]:
    """Take the lines over; returns the balances, by currency, that they do not add up to.

    New lines alone that do not add up are no proof: then everything is read.
    """
    last = newest_reconciliation()
    if last and not run.is_full:
        since = last.started_at - OVERLAP
        if not _read_since(run, gateway, since):
            return {}
        run.is_full = True
        run.save(update_fields=["is_full"])
    return _read_since(run, gateway, None)


def _read_since(run: Reconciliation, gateway: Gateway, since: datetime | None) -> dict[str, int]:
    """Take lines over; returns the balances that all lines kept do not add up to.

    While money moves there, balance and lines are of different moments, and nothing is odd.
    """
    before = gateway.fetch_balance()
    read_lines(run, gateway.balance_changes(since))
    if since is None:
        BalanceLine.objects.exclude(read_in=run).delete()
    if gateway.fetch_balance() != before:
        return {}
    sums = totals_there()
    balances = {each.currency: each.available + each.pending for each in before}
    return {
        currency: balances.get(currency, 0)
        for currency in sorted({*balances, *sums})
        if balances.get(currency, 0) != sums.get(currency, 0)
    }


@transaction.atomic
def _conclude(run: Reconciliation, until: int, odd: dict[str, int]) -> None:
    lock(run)
    if run.state != ReconciliationState.RUNNING:
        return
    last = newest_reconciliation()
    after = last.watermark if last and not run.is_full else 0
    book_own_lines()
    matching = match_lines()
    differences = [
        *matching.differences,
        *_only_here(after, until, matching),
        *_left_in_clearing(),
        *_other_totals(odd),
        *_misstated(),
    ]
    opened = take_over_differences(run, differences)
    still_open = open_cases().count()
    settled = Transfer.objects.filter(pk__gt=after, posted_at__lt=run.started_at - OVERLAP)
    changes = {
        "made_at": timezone.now(),
        "matched": matching.matched,
        "open_cases": still_open,
        "totals": _totals(matching, odd),
        "watermark": settled.aggregate(newest=Max("pk"))["newest"] or after,
    }
    verb = "differed" if still_open else "agreed"
    told = {"opened": opened, "open": still_open}
    RECONCILIATION.move(run, verb, actor=SYSTEM, changes=changes, particulars=told)


def _only_here(after: int, until: int, matching: Matching) -> list[Difference]:
    lonely = list(lonely_movements(after=after, until=until, met=matching.claimed))
    nets = nets_of(lonely)
    return [
        Difference(
            kind=CaseKind.MISSING_THERE,
            reference=transfer.key,
            currency=transfer.currency,
            ours=nets[transfer.pk],
            transfer=transfer,
        )
        for transfer in lonely
    ]


def _left_in_clearing() -> list[Difference]:
    return [
        Difference(
            kind=CaseKind.OLD_CLEARING,
            reference=f"{kind}:{currency}",
            currency=currency,
            ours=minor,
        )
        for kind, minor, currency in stale_clearing()
    ]


def _other_totals(odd: dict[str, int]) -> list[Difference]:
    sums = totals_there()
    return [
        Difference(
            kind=CaseKind.OTHER_TOTAL,
            reference=f"balance:{currency}",
            currency=currency,
            theirs=balance,
            ours=sums.get(currency, 0),
        )
        for currency, balance in odd.items()
    ]


def _misstated() -> list[Difference]:
    return [
        Difference(
            kind=CaseKind.MISSTATED,
            reference=f"account:{account_id}",
            currency=currency,
            ours=balance,
        )
        for account_id, currency, balance in misstated_accounts()
    ]


def _totals(matching: Matching, odd: dict[str, int]) -> list[list[str | int]]:
    ours, theirs = totals_here(), totals_there()
    return [
        [
            currency,
            ours.get(currency, 0),
            theirs.get(currency, 0),
            matching.waiting.get(currency, 0),
            odd.get(currency, theirs.get(currency, 0)),
        ]
        for currency in sorted({*ours, *theirs, *odd})
    ]
