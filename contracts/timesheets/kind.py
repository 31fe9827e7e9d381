"""Weeks as a kind of unit: laid down one by one, opened by their money, closed by the clock."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.permissions import is_freelancer_of
from contracts.timesheets.cycle.clock import WEEK, answer_until, first_monday
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.weeks import early_until
from contracts.timesheets.queries.weeks import NOUN
from contracts.timesheets.services.amendments import (
    carry_out_change,
    change_in_words,
    check_change,
    holds_from,
)
from contracts.timesheets.services.laying_down import lay_down_first_week, title_of
from contracts.timesheets.services.reviews import settle_week
from contracts.timesheets.turns import CLIENT, FREELANCER
from contracts.units.models.units import Changes, Kind, Unit, register_kind


def name_of(unit: Unit) -> str:
    return f"week {unit.position}"


def page_of(unit: Unit) -> str:
    return reverse("contracts:week", args=[unit.public_id])


def next_to_fund(units: Sequence[Unit]) -> Unit | None:
    """Not one that was laid down early: it waits for its Friday."""
    unfunded = (unit for unit in units if unit.is_unfunded and early_until(unit) is None)
    return min(unfunded, key=lambda unit: unit.position, default=None)


def begins(unit: Unit, funded_at: datetime) -> dict[str, Any]:
    """The first week gets its days from its money; those after it are laid down with theirs."""
    if unit.starts_at is not None:
        return {}
    starts_at = first_monday(funded_at)
    return {
        "starts_at": starts_at,
        "ends_at": starts_at + WEEK,
        "title": title_of(starts_at),
    }


def may_submit(user: Any, unit: Unit) -> bool:
    """The clock hands it in; the freelancer writes the lines."""
    return is_freelancer_of(user, unit.contract)


def review_ends_at(unit: Unit, submitted_at: datetime) -> datetime:
    assert unit.ends_at is not None  # a week that was funded has its days
    return answer_until(unit.ends_at, submitted_at)


def has_work(unit: Unit) -> bool:
    return unit.is_funded and TimeEntry.objects.filter(unit=unit.pk).exists()


WORDS = {
    "opened": ("Payment of week {position} begun", "neutral"),
    "funded": ("Week {position} funded", "held"),
    "left_unpaid": ("Week {position} could not be charged", "disputed"),
    "submitted": ("Week {position} closed and handed in", "review"),
    "contested": ("Lines of week {position} contested", "held"),
    "line_conceded": ("A contested line of week {position} is given up", "neutral"),
    "line_accepted": ("A contested line of week {position} is paid", "neutral"),
    "part_approved": ("Week {position} approved, but for contested lines", "clearing"),
    "approved": ("Week {position} approved", "clearing"),
    "conceded": ("Week {position} settled", "paid"),
    "released": ("Money of week {position} released", "paid"),
    "carried": ("Week {position} was not used: its money pays for the next one", "neutral"),
    "refunded": ("Week {position} refunded", "disputed"),
    "timer_asked": ("Freelancer asked about a timer", "neutral"),
    "charged_back": ("Week {position} ended by the bank", "disputed"),
    "payment_disputed": ("A bank disputes the payment of week {position}", "disputed"),
    "payment_undisputed": ("The dispute at the bank is over", "held"),
    "cancelled": ("Week {position} cancelled", "disputed"),
    "review_reminded": ("Client reminded to answer week {position}", "neutral"),
}

register_kind(
    Kind(
        noun=NOUN,
        engagement=EngagementKind.HOURLY,
        name=name_of,
        address=page_of,
        lay_down=lay_down_first_week,
        next_to_fund=next_to_fund,
        begins=begins,
        may_submit=may_submit,
        review_ends_at=review_ends_at,
        turns_of_client=CLIENT,
        turns_of_freelancer=FREELANCER,
        approve=settle_week,
        has_work=has_work,
        words=WORDS,
        changes=Changes(
            check=check_change,
            holds_from=holds_from,
            carry_out=carry_out_change,
            in_words=change_in_words,
            form="contracts:hourly_change_order",
        ),
        counts_silence=False,
        in_order=False,
        goes_on=lambda contract: not contract.is_ending,
    )
)
