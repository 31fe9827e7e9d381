"""Who lets money go early, gives it back, or sends a bonus."""

from typing import Any

from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_fund_escrow


def can_release_part(user: Any, escrow: Escrow) -> bool:
    """Whoever may pay may also let a part of it go early."""
    return can_fund_escrow(user, escrow)


def can_give_part_back(user: Any, escrow: Escrow) -> bool:
    """Only the payee: it is what they might have earned."""
    return escrow.payee_id == user.pk


def can_give_release_back(user: Any, escrow: Escrow) -> bool:
    """Only the payee gives back what they earned; for everything else there are staff."""
    return escrow.payee_id == user.pk and escrow.released > 0


def can_send_bonus(user: Any, escrow: Escrow) -> bool:
    """For work of which something was released; there is no bonus for a bonus."""
    return can_fund_escrow(user, escrow) and escrow.released > 0 and not escrow.bonus_for_id


def can_cancel_bonus(user: Any, escrow: Escrow) -> bool:
    """Before it is paid; the escrow of a unit ends with its unit."""
    return can_fund_escrow(user, escrow) and bool(escrow.bonus_for_id)
