"""No period runs against a side that staff keep out: a contract stands still, and goes on.

What is true of the two sides counts, not the mark: whatever decides by silence asks
`stands_still` under its lock, so that a suspension and the schedule may come in any order.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.standstills import side_kept_out
from contracts.agreements.states import WAITING
from contracts.milestones.models import Milestone
from contracts.units.states import MilestoneState
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock

# What was left of a period goes on, and never less than this: nobody comes back to an end.
SHORTEST_REST = timedelta(days=1)


@transaction.atomic
def look_at_standstill(*, contract: Contract) -> None:
    """Stop or continue a contract by who can act now. Harmless when repeated.

    Side effects: events, of which both sides and staff are told.
    """
    lock(contract)
    if contract.is_closed:
        return
    side = side_kept_out(contract)
    if side and contract.stands_still_since is None:
        _stop(contract, side)
    elif side != contract.kept_out and side:
        contract.kept_out = side
        contract.save(update_fields=["kept_out"])
    elif not side and contract.stands_still_since is not None:
        _continue(contract, contract.stands_still_since)


def _stop(contract: Contract, side: str) -> None:
    contract.kept_out, contract.stands_still_since = side, timezone.now()
    contract.save(update_fields=["kept_out", "stands_still_since"])
    record("contract.stood_still", subject=contract, actor=SYSTEM, particulars={"side": side})


def _continue(contract: Contract, since: datetime) -> None:
    """Every period goes on for what was left of it; a freelancer's silence counts anew."""
    now, side = timezone.now(), contract.kept_out
    contract.kept_out, contract.stands_still_since, contract.resumed_at = "", None, now
    if contract.state in WAITING:
        contract.lapses_at = _moved(contract.lapses_at, since, now)
    contract.save(update_fields=["kept_out", "stands_still_since", "resumed_at", "lapses_at"])
    for milestone in contract.milestones.filter(state=MilestoneState.SUBMITTED):
        _continue_review(milestone, since, now)
    record("contract.went_on", subject=contract, actor=SYSTEM, particulars={"side": side})


def _continue_review(milestone: Milestone, since: datetime, now: datetime) -> None:
    lock(milestone)
    if milestone.review_ends_at is None or milestone.submitted_at is None:
        return
    began = max(since, milestone.submitted_at)
    milestone.review_ends_at = _moved(milestone.review_ends_at, began, now)
    milestone.save(update_fields=["review_ends_at"])
    submission = milestone.submissions.latest("round")
    submission.review_ends_at = milestone.review_ends_at
    submission.last_day_reminded_at = None
    submission.save(update_fields=["review_ends_at", "last_day_reminded_at"])


def _moved(end: datetime, since: datetime, now: datetime) -> datetime:
    return now + max(end - since, SHORTEST_REST)
