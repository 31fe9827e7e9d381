"""The report of a period: handed in with a signed choice, approved, or done without."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.text import capfirst

from contracts.agreements.clauses.document import fingerprint
from contracts.agreements.errors import SignedAsAnother
from contracts.agreements.services.signatures import is_same_name
from contracts.retainers.errors import (
    PeriodNotInReview,
    PeriodNotOver,
    PeriodNotPaid,
    ReportHandedIn,
    ReportNotMissed,
)
from contracts.retainers.models.reports import Report
from contracts.retainers.services.periods import close_hours
from contracts.units.models.units import Unit
from contracts.units.services.locks import lock_unit
from contracts.units.services.reviews import approve_unit, refuse_undeliverable, submit
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.text.moments import moment
from marketplace.core.web.reasons import require_reason

WITHOUT_REPORT = "Approved without a report."


@transaction.atomic
def hand_in_report(
    *, unit: Unit, by: Actor, name: str, written: Mapping[str, str], is_meant: bool = False
) -> Report:
    """Hand in what was done for a period that is over, and sign its one choice.

    `written` are the fields of the report by name.

    Its hours stand from then on, and the client has the days of review to approve. Raises
    PeriodNotOver, ReportHandedIn, PeriodNotPaid, or SignedAsAnother for another name than the
    account's, unless it `is_meant`.
    """
    lock_unit(unit)
    refuse_undeliverable(unit.contract)
    if hasattr(unit.period, "report"):
        raise ReportHandedIn(name=unit.name)
    if not unit.is_funded:
        raise PeriodNotPaid(name=capfirst(unit.name), state=unit.get_state_display().lower())
    if not unit.period.has_ended:
        assert unit.ends_at is not None
        raise PeriodNotOver(name=capfirst(unit.name), date=moment(unit.ends_at))
    if not (is_meant or is_same_name(name, by.user.name)):
        raise SignedAsAnother(account=by.user, typed=name.strip())
    report = Report(period=unit.period, signed_by=by.user, signed_name=name.strip(), **written)
    report.sha256 = fingerprint(report.text)
    report.save()
    close_hours(unit.period)
    submit(unit, by=by, choice=report.choice, sha256=report.sha256)
    return report


@transaction.atomic
def approve_period(*, unit: Unit, by: Actor, note: str = "") -> Unit:
    """Release the fee of a reported period; the freelancer is told."""
    lock_unit(unit)
    if not unit.is_in_review:
        raise PeriodNotInReview(name=capfirst(unit.name), state=unit.get_state_display().lower())
    return approve_unit(unit=unit, by=by, note=note, is_locked=True)


@transaction.atomic
def approve_without_report(*, unit: Unit, by: Actor, why: str) -> Unit:
    """Release the fee of a period whose report was missed, because the client wants to.

    Raises ReportNotMissed while it may still come.
    """
    lock_unit(unit)
    require_reason(why)
    if not unit.period.awaits_report:
        raise PeriodNotInReview(name=capfirst(unit.name), state=unit.get_state_display().lower())
    if not unit.period.misses_report:
        raise ReportNotMissed(name=unit.name, date=moment(unit.period.report_due_at))
    close_hours(unit.period)
    submit(unit, by=SYSTEM, without_report=True)
    return approve_unit(unit=unit, by=by, why=f"{WITHOUT_REPORT} {why.strip()}", is_locked=True)
