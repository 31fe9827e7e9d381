"""The trial as a kind of unit: one for a contract, and it neither fills a brief nor clears."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.permissions import is_freelancer_of
from contracts.trials.cycle import end_of_days
from contracts.trials.models import Trial
from contracts.trials.queries import NOUN
from contracts.trials.services.schedules import lay_down_trial
from contracts.trials.turns import CLIENT, FREELANCER
from contracts.units.models.units import Kind, Unit, register_kind
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import Actor


def name_of(unit: Unit) -> str:
    return "the trial"


def page_of(unit: Unit) -> str:
    return reverse("contracts:trial", args=[unit.public_id])


def next_to_fund(units: Sequence[Unit]) -> Unit | None:
    return next((unit for unit in units if unit.is_unfunded), None)


def begins(unit: Unit, funded_at: datetime) -> dict[str, Any]:
    """Its working days count from its money on."""
    days = Trial.objects.values_list("due_days", flat=True).get(unit=unit)
    return {"starts_at": funded_at, "ends_at": end_of_days(funded_at, days)}


def may_submit(user: Any, unit: Unit) -> bool:
    return is_freelancer_of(user, unit.contract)


def review_ends_at(unit: Unit, submitted_at: datetime) -> datetime:
    return submitted_at + timedelta(days=unit.contract.review_days)


def approve(unit: Unit, by: Actor, why: str) -> None:
    """Without the client's feedback, which can still be given."""
    approve_unit(unit=unit, by=by, why=why, is_locked=True)


def has_work(unit: Unit) -> bool:
    """What was delivered says so by its state."""
    return False


WORDS = {
    "opened": ("Payment of the trial begun", "neutral"),
    "funded": ("Trial funded", "held"),
    "submitted": ("Trial submitted, round {round}", "review"),
    "returned": ("Changes requested on the trial", "held"),
    "approved": ("Trial approved", "clearing"),
    "released": ("Money of the trial released", "paid"),
    "refunded": ("Trial refunded", "disputed"),
    "charged_back": ("Trial ended by the bank", "disputed"),
    "payment_disputed": ("A bank disputes the payment of the trial", "disputed"),
    "payment_undisputed": ("The dispute at the bank is over", "held"),
    "cancelled": ("Trial cancelled", "disputed"),
    "review_reminded": ("Client reminded to review the trial", "neutral"),
    "silence_warned": ("Freelancer asked for a sign of life", "held"),
    "feedback_given": ("Feedback on the trial", "neutral"),
}

register_kind(
    Kind(
        noun=NOUN,
        engagement=EngagementKind.TRIAL,
        name=name_of,
        address=page_of,
        lay_down=lay_down_trial,
        next_to_fund=next_to_fund,
        begins=begins,
        may_submit=may_submit,
        review_ends_at=review_ends_at,
        turns_of_client=CLIENT,
        turns_of_freelancer=FREELANCER,
        approve=approve,
        has_work=has_work,
        words=WORDS,
        counts_silence=True,
        in_order=False,
        goes_on=lambda contract: False,
        fills_brief=False,
        clears_at_once=True,
    )
)
