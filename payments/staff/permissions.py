"""Which staff act on money, and who decides as the second person."""

from typing import Any

from marketplace.core.staff.registry import is_of_staff
from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_view_escrow
from payments.operations.models import Operation
from payments.staff.models import Adjustment


def can_act_on_money(user: Any, subject: Any) -> bool:
    """Staff, but never on money that they pay, are paid or owe themselves."""
    about = subject.subject if isinstance(subject, Operation | Adjustment) else subject
    return is_of_staff(user) and about != user and not is_party_to(user, escrow_of(about))


def can_view_adjustment(user: Any, adjustment: Adjustment) -> bool:
    return is_of_staff(user)


def can_decide_adjustment(user: Any, adjustment: Adjustment) -> bool:
    """A second person: never the one who asked, nor anybody whose money it is."""
    return adjustment.asked_by_id != user.pk and can_act_on_money(user, adjustment)


def can_withdraw_adjustment(user: Any, adjustment: Adjustment) -> bool:
    return is_of_staff(user) and adjustment.asked_by_id == user.pk


def is_party_to(user: Any, escrow: Escrow | None) -> bool:
    return escrow is not None and can_view_escrow(user, escrow)


def escrow_of(subject: Any) -> Escrow | None:
    """What a refund, a charge, a payout or a dispute is about; None for what is nobody's money."""
    return subject if isinstance(subject, Escrow) else getattr(subject, "escrow", None)
