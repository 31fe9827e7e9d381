"""What a card dispute means for the milestone whose money it freezes, thaws or takes."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from contracts.milestones.models import Milestone
from contracts.units.services.endings import close_if_settled
from contracts.units.services.locks import lock_milestone
from contracts.units.states import CANCELLATION, HOLDING, MILESTONE, CancellationState
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record

# A review that was interrupted goes on for what was left of it, and never for less: the
# shortest review period that terms may have.
SHORTEST_REST = timedelta(days=3)
WHY = "The card holder's bank took the payment back."


@transaction.atomic
def note_dispute(*, milestone: Milestone) -> None:
    """The bank disputes the payment: nothing moves, and no period runs, until it decides."""
    lock_milestone(milestone)
    if milestone.state in HOLDING:
        _record("milestone.payment_disputed", milestone)


@transaction.atomic
def resume_after_dispute(*, milestone: Milestone, since: datetime) -> None:
    """The money is held again: an interrupted review goes on, and silence counts anew.

    `since` is when the freeze began. Side effects: an event, of which both sides are told.
    """
    lock_milestone(milestone)
    if milestone.state not in HOLDING:
        return
    if milestone.is_in_review and milestone.review_ends_at is not None:
        now = timezone.now()
        milestone.review_ends_at = now + max(milestone.review_ends_at - since, SHORTEST_REST)
        milestone.save(update_fields=["review_ends_at"])
        submission = milestone.submissions.latest("round")
        submission.review_ends_at = milestone.review_ends_at
        submission.last_day_reminded_at = None
        submission.save(update_fields=["review_ends_at", "last_day_reminded_at"])
    _record("milestone.payment_undisputed", milestone)


@transaction.atomic
def end_charged_back(*, milestone: Milestone) -> None:
    """The bank gave the client all of it back: the milestone ends, refunded, and is closed.

    Open questions about it are dropped; the contract may be complete with it.
    """
    lock_milestone(milestone)
    if milestone.state not in HOLDING:
        return
    for question in milestone.cancellations.filter(state=CancellationState.ASKED):
        CANCELLATION.move(question, "dropped", actor=SYSTEM)
    MILESTONE.move(
        milestone,
        "charged_back",
        actor=SYSTEM,
        why=WHY,
        changes={"settled_at": timezone.now(), "review_ends_at": None},
        particulars={"position": milestone.position},
    )
    close_if_settled(milestone.contract)


def _record(verb: str, milestone: Milestone) -> None:
    record(verb, subject=milestone, actor=SYSTEM, particulars={"position": milestone.position})
