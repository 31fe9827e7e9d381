"""Reminders, each written once however often the schedule comes by."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contracts.agreements.services.standstills import stands_still
from contracts.units.models.submissions import Submission
from contracts.units.models.units import Unit
from contracts.units.queries.events import own_events_of
from contracts.units.queries.schedule import WARNING
from contracts.units.queries.silence import free_to_reclaim_at, last_sign_of
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import record_of_unit
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.locks import lock

LAST_DAY = timedelta(days=1)


@transaction.atomic
def remind_on_last_day(*, unit: Unit) -> None:
    """Remind who hires of a unit that silence approves within a day; harmless when repeated."""
    lock_unit(unit)
    ends_at, now = unit.review_ends_at, timezone.now()
    if not unit.is_in_review or ends_at is None or not ends_at - LAST_DAY <= now < ends_at:
        return
    if stands_still(unit.contract) or own_events_of(unit, "review_reminded").exists():
        return
    record_of_unit(unit, "review_reminded", by=SYSTEM)


@transaction.atomic
def remind_review(*, submission: Submission) -> None:
    """Remind the client of a review at half time and on the day before it ends."""
    unit = submission.unit
    lock_unit(unit)
    lock(submission)
    submission.unit = unit
    if not unit.is_in_review or unit.submitted_at != submission.submitted_at:
        return
    if stands_still(unit.contract):
        return
    now, end = timezone.now(), submission.review_ends_at
    half = submission.submitted_at + (end - submission.submitted_at) / 2
    if end - LAST_DAY <= now < end and not submission.last_day_reminded_at:
        _remind(submission, "last_day_reminded_at", "last day")
    elif half <= now < end - LAST_DAY and not submission.half_time_reminded_at:
        _remind(submission, "half_time_reminded_at", "half time")


def _remind(submission: Submission, field: str, when: str) -> None:
    setattr(submission, field, timezone.now())
    submission.save(update_fields=[field])
    told = {"round": submission.round, "when": when}
    amount = submission.unit.outstanding.minor
    record_of_unit(submission.unit, "review_reminded", by=SYSTEM, amount=amount, **told)


@transaction.atomic
def warn_silent_freelancer(*, unit: Unit) -> None:
    """Tell a silent freelancer, once per spell, from when the client may take the funds back."""
    lock_unit(unit)
    if stands_still(unit.contract):
        return
    free_at = free_to_reclaim_at(unit)
    if free_at is None or timezone.now() < free_at - WARNING:
        return
    warned = own_events_of(unit, "silence_warned").filter(at__gt=last_sign_of(unit))
    if not warned.exists():
        record_of_unit(unit, "silence_warned", by=SYSTEM, free_at=free_at.isoformat())
