"""Milestones as a kind of unit: funded in their order, and reviewed as long as the terms say."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.permissions import is_freelancer_of
from contracts.milestones.services.schedules import lay_down_milestones
from contracts.milestones.turns import CLIENT, FREELANCER
from contracts.units.models.units import Kind, Unit, register_kind


def name_of(unit: Unit) -> str:
    return f"milestone {unit.position}"


def page_of(unit: Unit) -> str:
    return reverse("contracts:milestone", args=[unit.public_id])


def next_to_fund(units: Sequence[Unit]) -> Unit | None:
    """The first without money: milestones are funded in their order."""
    unfunded = (unit for unit in units if unit.is_unfunded)
    return min(unfunded, key=lambda unit: unit.position, default=None)


def may_submit(user: Any, unit: Unit) -> bool:
    return is_freelancer_of(user, unit.contract)


def review_ends_at(unit: Unit, submitted_at: datetime) -> datetime:
    return submitted_at + timedelta(days=unit.contract.review_days)


register_kind(
    Kind(
        noun="milestone",
        engagement=EngagementKind.FIXED,
        name=name_of,
        address=page_of,
        lay_down=lay_down_milestones,
        next_to_fund=next_to_fund,
        may_submit=may_submit,
        review_ends_at=review_ends_at,
        turns_of_client=CLIENT,
        turns_of_freelancer=FREELANCER,
    )
)
