"""Who sees and funds an escrow."""

from typing import Any

from accounts.organisations.permissions import can_pay_for, can_view_organisation
from marketplace.core.staff.registry import is_of_staff
from payments.escrows.models.escrows import Escrow


def can_view_escrow(user: Any, escrow: Escrow) -> bool:
    """Both sides see every movement."""
    return escrow.payee_id == user.pk or can_view_organisation(user, escrow.payer)


def can_fund_escrow(user: Any, escrow: Escrow) -> bool:
    """Owners and finance of the paying organisation, never the payee."""
    return escrow.payee_id != user.pk and can_pay_for(user, escrow.payer)


def can_view_escrow_as_staff(user: Any, escrow: Escrow) -> bool:
    """Staff: both sides have a page of their own."""
    return is_of_staff(user)
