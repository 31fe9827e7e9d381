"""Who sees and funds an escrow."""

from typing import Any

from accounts.organisations.permissions import PAYING_ROLES, role_for
from marketplace.core.staff.registry import is_of_staff
from payments.escrows.models.escrows import Escrow


def can_view_escrow(user: Any, escrow: Escrow) -> bool:
    """Both sides see every movement."""
    return escrow.payee_id == user.pk or role_for(escrow, user, escrow.payer) is not None


def can_fund_escrow(user: Any, escrow: Escrow) -> bool:
    """Owners and finance of the paying organisation, never the payee."""
    return escrow.payee_id != user.pk and role_for(escrow, user, escrow.payer) in PAYING_ROLES


def can_view_escrow_as_staff(user: Any, escrow: Escrow) -> bool:
    """Staff: both sides have a page of their own."""
    return is_of_staff(user)
