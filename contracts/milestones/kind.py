"""Milestones as a kind of unit: funded in their order, and reviewed as long as the terms say."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.permissions import is_freelancer_of
from contracts.milestones.services.amendments import (
    carry_out_change,
    change_in_words,
    check_change,
    holds_from,
)
from contracts.milestones.services.schedules import lay_down_milestones
from contracts.milestones.turns import CLIENT, FREELANCER
from contracts.units.models.units import Changes, Kind, Unit, register_kind
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import Actor


def name_of(unit: Unit) -> str:
    return f"milestone {unit.position}"


def page_of(unit: Unit) -> str:
    return reverse("contracts:milestone", args=[unit.public_id])


def next_to_fund(units: Sequence[Unit]) -> Unit | None:
    """The first without money: milestones are funded in their order."""
    unfunded = (unit for unit in units if unit.is_unfunded)
    return min(unfunded, key=lambda unit: unit.position, default=None)


def begins(unit: Unit, funded_at: datetime) -> dict[str, Any]:
    """Nothing but the work itself."""
    return {}


def may_submit(user: Any, unit: Unit) -> bool:
    return is_freelancer_of(user, unit.contract)


def review_ends_at(unit: Unit, submitted_at: datetime) -> datetime:
    return submitted_at + timedelta(days=unit.contract.review_days)


def approve(unit: Unit, by: Actor, why: str) -> None:
    approve_unit(unit=unit, by=by, why=why, is_locked=True)


def has_work(unit: Unit) -> bool:
    """What was delivered says so by its state."""
    return False


WORDS = {
    "opened": ("Payment of milestone {position} begun", "neutral"),
    "funded": ("Milestone {position} funded", "held"),
    "submitted": ("Milestone {position} submitted, round {round}", "review"),
    "returned": ("Changes requested on milestone {position}", "held"),
    "approved": ("Milestone {position} approved", "clearing"),
    "released": ("Money of milestone {position} released", "paid"),
    "refunded": ("Milestone {position} refunded", "disputed"),
    "charged_back": ("Milestone {position} ended by the bank", "disputed"),
    "payment_disputed": ("A bank disputes the payment of milestone {position}", "disputed"),
    "payment_undisputed": ("The dispute at the bank is over", "held"),
    "cancelled": ("Milestone {position} cancelled", "disputed"),
    "review_reminded": ("Client reminded to review milestone {position}", "neutral"),
    "silence_warned": ("Freelancer asked for a sign of life", "held"),
}

register_kind(
    Kind(
        noun="milestone",
        engagement=EngagementKind.FIXED,
        name=name_of,
        address=page_of,
        lay_down=lay_down_milestones,
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
            form="contracts:milestone_change_order",
        ),
        counts_silence=True,
        in_order=True,
        goes_on=lambda contract: False,
    )
)
