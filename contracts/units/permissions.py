"""Who may do what on a contract: pure predicates, one per act.

Nobody acts on both sides: the freelancer of a contract stays its freelancer even if the
client's organisation takes them in later.
"""

from typing import Any

from contracts.agreements.permissions import (
    PAYING,
    can_sign_terms,
    can_view_contract,
    client_role,
    hires_for,
    is_freelancer_of,
)
from contracts.milestones.models import Milestone
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, SubmissionFile
from marketplace.core.data.actors import CLIENT, FREELANCER


def can_download_file(user: Any, file: SubmissionFile) -> bool:
    """What was delivered is for the two sides."""
    return can_view_contract(user, file.submission.milestone.contract)


def can_view_milestone(user: Any, milestone: Milestone) -> bool:
    return can_view_contract(user, milestone.contract)


def can_fund_milestone(user: Any, milestone: Milestone) -> bool:
    return client_role(user, milestone.contract) in PAYING


def can_deliver_milestone(user: Any, milestone: Milestone) -> bool:
    return is_freelancer_of(user, milestone.contract)


def can_review_milestone(user: Any, milestone: Milestone) -> bool:
    """Approve it, or request changes."""
    return hires_for(user, milestone.contract)


def can_cancel_milestone(user: Any, milestone: Milestone) -> bool:
    """Ask for its cancellation; the other side has to agree."""
    return can_sign_terms(user, milestone.contract)


def can_reclaim_milestone(user: Any, milestone: Milestone) -> bool:
    """Take its held funds back when the freelancer fell silent."""
    return hires_for(user, milestone.contract)


def can_answer_change_request(user: Any, change_request: ChangeRequest) -> bool:
    return is_freelancer_of(user, change_request.submission.milestone.contract)


def can_answer_cancellation(user: Any, cancellation: Cancellation) -> bool:
    """The side that did not ask answers."""
    if cancellation.side == CLIENT:
        return is_freelancer_of(user, cancellation.milestone.contract)
    return hires_for(user, cancellation.milestone.contract)


def can_drop_cancellation(user: Any, cancellation: Cancellation) -> bool:
    """The side that asked may take it back."""
    if cancellation.side == FREELANCER:
        return is_freelancer_of(user, cancellation.milestone.contract)
    return hires_for(user, cancellation.milestone.contract)
