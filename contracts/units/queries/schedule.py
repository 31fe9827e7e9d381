"""What the schedule has to look at now."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from contracts.milestones.models import Milestone
from contracts.units.models.submissions import Submission
from contracts.units.queries.silence import SILENCE
from contracts.units.states import MilestoneState
from payments.escrows.states import EscrowState

WARNING = timedelta(days=2)
# Nothing is decided by the silence of somebody who is kept out.
_RUNS = Q(contract__stands_still_since=None)


def milestones_to_approve() -> QuerySet[Milestone]:
    """Submitted ones whose review period is over.

    None runs while a bank disputes the payment, or a side is kept out.
    """
    due = Milestone.objects.filter(
        state=MilestoneState.SUBMITTED, review_ends_at__lte=timezone.now()
    )
    return due.filter(_RUNS).exclude(escrow__state=EscrowState.DISPUTED)


def submissions_in_review() -> QuerySet[Submission]:
    """Submissions that wait for the client and have a reminder left."""
    return Submission.objects.filter(
        milestone__state=MilestoneState.SUBMITTED,
        submitted_at=F("milestone__submitted_at"),
        last_day_reminded_at=None,
        milestone__contract__stands_still_since=None,
    ).exclude(milestone__escrow__state=EscrowState.DISPUTED)


def milestones_going_silent() -> QuerySet[Milestone]:
    """Funded ones old enough that the freelancer's silence may soon count."""
    return Milestone.objects.filter(
        _RUNS, state=MilestoneState.FUNDED, funded_at__lte=timezone.now() - (SILENCE - WARNING)
    ).exclude(escrow__state=EscrowState.DISPUTED)
