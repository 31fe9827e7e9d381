"""Who may do what on a contract: pure predicates, one per act.

Nobody acts on both sides: the freelancer of a contract stays its freelancer even if the
client's organisation takes them in later.
"""

from typing import Any

from accounts.organisations.permissions import PAYING_ROLES
from contracts.agreements.permissions import (
    can_sign_terms,
    can_view_contract,
    client_role,
    hires_for,
    is_freelancer_of,
)
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, SubmissionFile
from contracts.units.models.units import Unit
from marketplace.core.data.actors import CLIENT, FREELANCER


def can_download_file(user: Any, file: SubmissionFile) -> bool:
    """What was delivered is for the two sides."""
    return can_view_contract(user, file.submission.unit.contract)


def can_view_unit(user: Any, unit: Unit) -> bool:
    return can_view_contract(user, unit.contract)


def can_fund_unit(user: Any, unit: Unit) -> bool:
    return client_role(user, unit.contract) in PAYING_ROLES


def can_submit_unit(user: Any, unit: Unit) -> bool:
    return unit.of_kind.may_submit(user, unit)


def can_review_unit(user: Any, unit: Unit) -> bool:
    """Approve it, or request changes."""
    return hires_for(user, unit.contract)


def can_cancel_unit(user: Any, unit: Unit) -> bool:
    """Ask for its cancellation; the other side has to agree."""
    return can_sign_terms(user, unit.contract)


def can_reclaim_unit(user: Any, unit: Unit) -> bool:
    """Take its held funds back when the freelancer fell silent."""
    return hires_for(user, unit.contract)


def can_answer_change_request(user: Any, change_request: ChangeRequest) -> bool:
    return is_freelancer_of(user, change_request.submission.unit.contract)


def can_answer_cancellation(user: Any, cancellation: Cancellation) -> bool:
    """The side that did not ask answers."""
    if cancellation.side == CLIENT:
        return is_freelancer_of(user, cancellation.unit.contract)
    return hires_for(user, cancellation.unit.contract)


def can_drop_cancellation(user: Any, cancellation: Cancellation) -> bool:
    """The side that asked may take it back."""
    if cancellation.side == FREELANCER:
        return is_freelancer_of(user, cancellation.unit.contract)
    return hires_for(user, cancellation.unit.contract)
