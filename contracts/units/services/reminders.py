"""Reminders, each written once however often the schedule comes by."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contracts.agreements.services.standstills import stands_still
from contracts.milestones.models import Milestone
from contracts.units.models.submissions import Submission
from contracts.units.queries.schedule import WARNING
from contracts.units.queries.silence import free_to_reclaim_at, last_sign_of
from contracts.units.services.locks import lock_milestone
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import events_of, record
from marketplace.core.data.locks import lock

LAST_DAY = timedelta(days=1)


@transaction.atomic
def remind_review(*, submission: Submission) -> None:
    """Remind the client of a review at half time and on the day before it ends."""
    milestone = submission.milestone
    lock_milestone(milestone)
    lock(submission)
    if not milestone.is_in_review or milestone.submitted_at != submission.submitted_at:
        return
    if stands_still(milestone.contract):
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
    milestone = submission.milestone
    particulars = {
        "position": milestone.position,
        "round": submission.round,
        "when": when,
        "amount": milestone.outstanding.minor,
    }
    record(
        "milestone.review_reminded",
        subject=milestone,
        actor=SYSTEM,
        particulars=particulars,
    )


@transaction.atomic
def warn_silent_freelancer(*, milestone: Milestone) -> None:
    """Tell a silent freelancer, once per spell, from when the client may take the funds back."""
    lock_milestone(milestone)
    if stands_still(milestone.contract):
        return
    free_at = free_to_reclaim_at(milestone)
    if free_at is None or timezone.now() < free_at - WARNING:
        return
    warned = events_of(milestone).filter(
        verb="milestone.silence_warned", at__gt=last_sign_of(milestone)
    )
    if not warned.exists():
        record(
            "milestone.silence_warned",
            subject=milestone,
            actor=SYSTEM,
            particulars={"position": milestone.position, "free_at": free_at.isoformat()},
        )
