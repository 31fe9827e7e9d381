"""Who sees payouts and is paid."""

from typing import Any

from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout


def can_view_payout(user: Any, payout: Payout | BankPayout) -> bool:
    return payout.payee_id == user.pk


def can_be_paid(user: Any) -> bool:
    """Anybody with an account may set up payouts."""
    return bool(user.is_authenticated)
