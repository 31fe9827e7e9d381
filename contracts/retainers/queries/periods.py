"""Periods as pages show them, and as the schedule looks for them."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.contracts import notice_given_at
from contracts.agreements.states import ContractState
from contracts.retainers.cycle.clock import (
    CHARGED_BEFORE,
    CLOSES_AFTER,
    DAY,
    GRACE_DAYS,
    last_start,
)
from contracts.retainers.models.periods import Period
from contracts.retainers.models.reports import Report
from contracts.timesheets.queries.entries import with_worked
from contracts.units.models.units import Unit
from contracts.units.queries.events import own_events_of
from contracts.units.queries.units import units_with_money
from contracts.units.states import UNFUNDED, UnitState

NOUN = "period"
GOING_ON = (ContractState.ACTIVE, ContractState.ENDING)


def periods_with_money() -> QuerySet[Any]:
    """Units that are periods, as `units_with_money`, each with its row and its report."""
    return units_with_money().filter(kind=NOUN).select_related("period__report")


def periods_with_time() -> QuerySet[Any]:
    """The same, each with the seconds that are written down in it (`worked`, a timedelta)."""
    return with_worked(periods_with_money())


def report_of(period: Period) -> Report | None:
    return getattr(period, "report", None)


def report_before(unit: Unit) -> Report | None:
    """The last one of the same contract that was handed in for an earlier period."""
    earlier = Report.objects.filter(
        period__unit__contract=unit.contract_id, period__unit__position__lt=unit.position
    )
    return earlier.order_by("-period__unit__position").first()


def newest_period(contract: Contract) -> Unit | None:
    """The last one that was laid down and not cancelled."""
    units = contract.units.exclude(state=UnitState.CANCELLED).select_related("period", "escrow")
    return units.order_by("-position").first()


def last_start_of(contract: Contract) -> datetime | None:
    """Periods of a contract that ends begin before this moment; None for one that goes on."""
    given_at = notice_given_at(contract)
    if given_at is None or contract.terms is None:
        return None
    return last_start(given_at, contract.terms.draft.retainer.notice_days)


def contracts_with_periods_due() -> QuerySet[Contract]:
    """Retainers of which the clock may have something to do now.

    One that goes on may need its next period, or have one to charge or to rest for; any one may
    have hours to close, or a report that is asked for or missed.
    """
    now = timezone.now()
    of_kind = Unit.objects.filter(kind=NOUN, contract=OuterRef("pk"))
    covered = of_kind.filter(ends_at__gt=now + CHARGED_BEFORE)
    unpaid = of_kind.filter(state__in=UNFUNDED).filter(
        Q(period__charge_begun_at=None, starts_at__lte=now + CHARGED_BEFORE)
        | Q(starts_at__lte=now + CHARGED_BEFORE - GRACE_DAYS * DAY)
    )
    to_close = of_kind.filter(
        state=UnitState.FUNDED, period__closed_at=None, ends_at__lte=now - CLOSES_AFTER
    )
    to_report = of_kind.filter(state=UnitState.FUNDED, ends_at__lte=now)
    going_on = Contract.objects.filter(
        kind=EngagementKind.RETAINER, state__in=GOING_ON, stands_still_since=None
    )
    laid_down = going_on.filter(Exists(of_kind))
    return laid_down.filter(
        ~Exists(covered) | Exists(unpaid) | Exists(to_close) | Exists(to_report)
    )


def was_told(unit: Unit, verb: str) -> bool:
    return own_events_of(unit, verb).exists()
