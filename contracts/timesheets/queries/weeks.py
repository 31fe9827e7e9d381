"""Weeks as pages show them, and as the schedule looks for them."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.timesheets.cycle.clock import CLOSES_AFTER, TRIES_BEFORE, covered_until
from contracts.timesheets.queries.entries import with_worked
from contracts.units.models.units import Unit
from contracts.units.queries.units import units_with_money
from contracts.units.states import UNFUNDED, UnitState
from payments.escrows.states import EscrowState

NOUN = "week"


def weeks_with_money() -> QuerySet[Any]:
    """Units that are weeks, as `units_with_money`, each with its row of a week."""
    return units_with_money().filter(kind=NOUN).select_related("week")


def weeks_with_time() -> QuerySet[Any]:
    """The same, each with the seconds that are written down in it (`worked`, a timedelta)."""
    return with_worked(weeks_with_money())


def contracts_with_weeks_due() -> QuerySet[Contract]:
    """Contracts by the hour of which the clock may have something to do now.

    A running one may need its next week, or have one to charge; any one may have a week to close
    or to give up.
    """
    now = timezone.now()
    going_on = hourly_going_on()
    to_charge = weeks_to_charge(now).filter(contract__in=going_on.values("pk"))
    due = Unit.objects.filter(kind=NOUN).filter(
        Q(state=UnitState.FUNDED, ends_at__lte=now - CLOSES_AFTER)
        | Q(state__in=UNFUNDED, ends_at__lte=now)
    )
    hourly = Contract.objects.filter(kind=EngagementKind.HOURLY)
    covered = Unit.objects.filter(contract=OuterRef("pk"), ends_at__gte=covered_until(now))
    lagging = going_on.filter(~Exists(covered))
    return hourly.filter(
        Q(pk__in=due.values("contract"))
        | Q(pk__in=to_charge.values("contract"))
        | Q(pk__in=lagging.values("pk"))
    )


def hourly_going_on() -> QuerySet[Contract]:
    """Contracts by the hour whose weeks follow one another."""
    running = Contract.objects.filter(state=ContractState.ACTIVE, stands_still_since=None)
    return running.filter(kind=EngagementKind.HOURLY)


def unpaid_weeks() -> QuerySet[Unit]:
    """Weeks that are not over and can still be paid; not while a bank is at work on one."""
    rows = Unit.objects.filter(kind=NOUN, state__in=UNFUNDED, ends_at__gt=timezone.now())
    return rows.exclude(escrow__state=EscrowState.PROCESSING)


def weeks_to_charge(now: datetime) -> QuerySet[Unit]:
    """Unpaid weeks whose Friday has come, and whose saved method was not charged yet."""
    return unpaid_weeks().filter(week__charge_begun_at=None, starts_at__lte=now + TRIES_BEFORE[0])


def newest_end(contract: Contract) -> datetime | None:
    """When the newest week of a contract ends that was laid down; None before the first began."""
    dated = contract.units.exclude(ends_at=None)
    return dated.order_by("-ends_at").values_list("ends_at", flat=True).first()
