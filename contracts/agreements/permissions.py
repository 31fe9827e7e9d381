"""Who may do what on a contract: pure predicates, one per act.

Nobody acts on both sides: the freelancer of a contract stays its freelancer even if the
client's organisation takes them in later.
"""

from typing import Any

from accounts.organisations.permissions import HIRING_ROLES, role_for
from contracts.agreements.models.contracts import Contract
from marketplace.core.data.actors import CLIENT, FREELANCER, Actor
from marketplace.core.staff.registry import can_moderate


def side_of(user: Any, contract: Contract) -> Actor | None:
    """`user` as an actor on their side of the contract; None for a stranger."""
    if is_freelancer_of(user, contract):
        return Actor(user, FREELANCER)
    return Actor(user, CLIENT) if client_role(user, contract) else None


def client_role(user: Any, contract: Contract) -> str | None:
    """The role in the client's organisation; none for the freelancer."""
    if not user.is_authenticated or is_freelancer_of(user, contract):
        return None
    return role_for(contract, user, contract.organisation)


def is_freelancer_of(user: Any, contract: Contract) -> bool:
    return contract.freelancer_id == user.pk


def viewing_side(user: Any, contract: Contract) -> str:
    """Client or freelancer: as whom somebody who may see the contract reads its pages."""
    return FREELANCER if is_freelancer_of(user, contract) else CLIENT


def hires_for(user: Any, contract: Contract) -> bool:
    return client_role(user, contract) in HIRING_ROLES


def can_view_contract(user: Any, contract: Contract) -> bool:
    return side_of(user, contract) is not None


def can_sign_terms(user: Any, contract: Contract) -> bool:
    return is_freelancer_of(user, contract) or hires_for(user, contract)


def can_propose_terms(user: Any, contract: Contract) -> bool:
    """Counter the offer as the freelancer, or revise the terms as the client.

    Those of a trial are the same for everybody who tries.
    """
    return can_sign_terms(user, contract) and not contract.is_trial


def can_withdraw_offer(user: Any, contract: Contract) -> bool:
    return hires_for(user, contract)


def can_decline_offer(user: Any, contract: Contract) -> bool:
    return is_freelancer_of(user, contract)


def can_steer_contract(user: Any, contract: Contract) -> bool:
    """Pause, resume and give notice."""
    return can_sign_terms(user, contract)


def can_note_progress(user: Any, contract: Contract) -> bool:
    return is_freelancer_of(user, contract)


def can_terminate_contract(user: Any, contract: Contract) -> bool:
    """A moderator who is on neither side."""
    return can_moderate(user) and side_of(user, contract) is None
