"""Differences between both books: opened by a comparison, explained by staff, or settled."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.staff.reasons import require_staff_reason
from payments.reconciliation.models.reconciliations import Reconciliation, ReconciliationCase
from payments.reconciliation.services.balance_lines import Difference
from payments.reconciliation.states import RECONCILIATION_CASE, ReconciliationCaseState


def take_over_differences(run: Reconciliation, differences: Iterable[Difference]) -> int:
    """Open a case for each difference that is news, settle those that are none any more.

    Runs in the transaction of the comparison; returns how many were opened. What staff have
    explained opens no case again, unless its figures changed.
    """
    kept = ReconciliationCase.objects.exclude(state=ReconciliationCaseState.SETTLED)
    known: dict[tuple[str, str], list[ReconciliationCase]] = {}
    for case in kept.select_for_update().order_by("id"):
        known.setdefault((case.kind, case.reference), []).append(case)
    opened = 0
    for difference in differences:
        opened += _take_over(run, difference, known.pop(_name(difference), []))
    for cases in known.values():
        for case in cases:
            if case.state == ReconciliationCaseState.OPEN:
                _close(case, "settled", by=SYSTEM)
    return opened


def _name(difference: Difference) -> tuple[str, str]:
    return difference.kind.value, difference.reference


def _take_over(
    run: Reconciliation, difference: Difference, cases: list[ReconciliationCase]
) -> bool:
    figures = (difference.theirs, difference.ours)
    if any((case.theirs, case.ours) == figures for case in cases):
        return False
    for case in cases:
        if case.state == ReconciliationCaseState.OPEN:
            case.theirs, case.ours = figures
            case.save(update_fields=["theirs", "ours"])
            return False
    case = ReconciliationCase.objects.create(
        kind=difference.kind,
        reference=difference.reference,
        currency=difference.currency,
        theirs=difference.theirs,
        ours=difference.ours,
        line=difference.line,
        transfer=difference.transfer,
        opened_in=run,
    )
    record("reconciliation_case.opened", subject=case, actor=SYSTEM, to_state=case.state)
    return True


@transaction.atomic
def explain_case(*, case: ReconciliationCase, by: Actor, why: str) -> None:
    """Staff: this difference is understood. Payouts go on once no case is open.

    Raises ReasonTooShort or IllegalMove.
    """
    require_staff_reason(why)
    lock(case)
    _close(case, "explained", by=by, why=why)


def _close(case: ReconciliationCase, verb: str, *, by: Actor, why: str = "") -> None:
    changes = {"closed_at": timezone.now(), "closed_by": by.user, "explanation": why}
    RECONCILIATION_CASE.move(case, verb, actor=by, why=why, changes=changes)
