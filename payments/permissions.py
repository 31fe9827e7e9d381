"""Who may do what with money: pure predicates of a user and a subject."""

from typing import Any

from accounts.permissions import can_pay_for, can_view_organisation
from payments.models import Escrow, Payout


def can_view_escrow(user: Any, escrow: Escrow) -> bool:
    """Both sides see every movement."""
    return escrow.payee_id == user.pk or can_view_organisation(user, escrow.payer)


def can_fund_escrow(user: Any, escrow: Escrow) -> bool:
    """Owners and finance of the paying organisation, never the payee."""
    return escrow.payee_id != user.pk and can_pay_for(user, escrow.payer)


def can_view_payout(user: Any, payout: Payout) -> bool:
    return payout.payee_id == user.pk


def can_be_paid(user: Any) -> bool:
    """Anybody with an account may set up payouts."""
    return bool(user.is_authenticated)


def can_view_ledger(user: Any) -> bool:
    return bool(user.is_staff)


def can_act_on_ledger(user: Any, subject: Any = None) -> bool:
    return bool(user.is_staff)
