"""What the schedule has to look at now."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from contracts.units.models.submissions import Submission
from contracts.units.models.units import Unit, nouns_counting_silence
from contracts.units.queries.silence import SILENCE
from contracts.units.states import UnitState
from payments.escrows.states import EscrowState

WARNING = timedelta(days=2)
# Nothing is decided by the silence of somebody who is kept out.
_RUNS = Q(contract__stands_still_since=None)


def units_to_approve() -> QuerySet[Unit]:
    """Submitted ones whose review period is over.

    None runs while a bank disputes the payment, or a side is kept out.
    """
    due = Unit.objects.filter(state=UnitState.SUBMITTED, review_ends_at__lte=timezone.now())
    return due.filter(_RUNS).exclude(escrow__state=EscrowState.DISPUTED)


def submissions_in_review() -> QuerySet[Submission]:
    """Submissions that wait for the client and have a reminder left."""
    return Submission.objects.filter(
        unit__state=UnitState.SUBMITTED,
        submitted_at=F("unit__submitted_at"),
        last_day_reminded_at=None,
        unit__contract__stands_still_since=None,
    ).exclude(unit__escrow__state=EscrowState.DISPUTED)


def units_going_silent() -> QuerySet[Unit]:
    """Funded ones old enough that the freelancer's silence may soon count."""
    return Unit.objects.filter(
        _RUNS,
        kind__in=nouns_counting_silence(),
        state=UnitState.FUNDED,
        funded_at__lte=timezone.now() - (SILENCE - WARNING),
    ).exclude(escrow__state=EscrowState.DISPUTED)


def units_on_last_day(noun: str) -> QuerySet[Unit]:
    """Units of a kind that silence approves within a day."""
    now = timezone.now()
    waiting = Unit.objects.filter(
        _RUNS, kind=noun, state=UnitState.SUBMITTED, review_ends_at__gt=now
    )
    ending = waiting.filter(review_ends_at__lte=now + timedelta(days=1))
    return ending.exclude(escrow__state=EscrowState.DISPUTED)
