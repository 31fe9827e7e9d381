"""Periods as a kind of unit: charged before they begin, reported after they end."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import is_freelancer_of
from contracts.agreements.states import FUNDABLE, ContractState
from contracts.retainers.queries.periods import NOUN, last_start_of, newest_period
from contracts.retainers.services.amendments import (
    carry_out_change,
    change_in_words,
    check_change,
    holds_from,
)
from contracts.retainers.services.laying_down import lay_down_first_period
from contracts.retainers.services.periods import end_after_notice
from contracts.retainers.turns import CLIENT, FREELANCER
from contracts.timesheets.models.entries import TimeEntry
from contracts.units.models.units import Changes, Kind, Unit, register_kind
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import Actor


def name_of(unit: Unit) -> str:
    return f"period {unit.position}"


def page_of(unit: Unit) -> str:
    return reverse("contracts:period", args=[unit.public_id])


def next_to_fund(units: Sequence[Unit]) -> Unit | None:
    return next((unit for unit in units if unit.is_unfunded), None)


def begins(unit: Unit, funded_at: datetime) -> Mapping[str, Any]:
    """It was laid down with its days."""
    return {}


def may_submit(user: Any, unit: Unit) -> bool:
    return is_freelancer_of(user, unit.contract)


def review_ends_at(unit: Unit, submitted_at: datetime) -> datetime:
    return submitted_at + timedelta(days=unit.contract.review_days)


def approve(unit: Unit, by: Actor, why: str) -> None:
    approve_unit(unit=unit, by=by, why=why, is_locked=True)


def has_work(unit: Unit) -> bool:
    """Hours, or all of its days."""
    if not unit.is_funded:
        return False
    return unit.period.has_ended or TimeEntry.objects.filter(unit=unit).exists()


def goes_on(contract: Contract) -> bool:
    """Until the last period that begins within a notice is laid down."""
    last = last_start_of(contract)
    if last is None:
        return not contract.is_ending
    newest = newest_period(contract)
    return newest is not None and newest.ends_at is not None and newest.ends_at < last


WORDS = {
    "opened": ("Payment of period {position} begun", "neutral"),
    "funded": ("Period {position} funded", "held"),
    "left_unpaid": ("Period {position} could not be charged", "disputed"),
    "moved_on": ("Period {position} moved by {days} days of rest", "neutral"),
    "ended": ("Period {position} is over, its report is due", "held"),
    "hours_closed": ("Hours of period {position} closed", "neutral"),
    "report_missed": ("The report of period {position} is missing", "disputed"),
    "submitted": ("Period {position} reported", "review"),
    "approved": ("Period {position} approved", "clearing"),
    "released": ("Money of period {position} released", "paid"),
    "refunded": ("Period {position} refunded", "disputed"),
    "timer_asked": ("Freelancer asked about a timer", "neutral"),
    "charged_back": ("Period {position} ended by the bank", "disputed"),
    "payment_disputed": ("A bank disputes the payment of period {position}", "disputed"),
    "payment_undisputed": ("The dispute at the bank is over", "held"),
    "cancelled": ("Period {position} cancelled", "disputed"),
    "review_reminded": ("Client reminded to review period {position}", "neutral"),
}

register_kind(
    Kind(
        noun=NOUN,
        engagement=EngagementKind.RETAINER,
        name=name_of,
        address=page_of,
        lay_down=lay_down_first_period,
        next_to_fund=next_to_fund,
        begins=begins,
        may_submit=may_submit,
        review_ends_at=review_ends_at,
        turns_of_client=CLIENT,
        turns_of_freelancer=FREELANCER,
        approve=approve,
        has_work=has_work,
        words=WORDS,
        changes=Changes(
            check=check_change,
            holds_from=holds_from,
            carry_out=carry_out_change,
            in_words=change_in_words,
            form="contracts:retainer_change_order",
        ),
        counts_silence=False,
        in_order=True,
        goes_on=goes_on,
        at_notice=end_after_notice,
        fundable_in=(*FUNDABLE, ContractState.PAUSED, ContractState.ENDING),
        resumes_with_money=True,
    )
)
