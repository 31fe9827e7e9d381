"""Who may do what with money: pure predicates of a user and a subject."""

from typing import Any

from marketplace.core.staff.registry import is_of_staff
from payments.operations.models import Operation


def can_look_at_waiting_money(user: Any) -> bool:
    return is_of_staff(user)


def can_view_operation(user: Any, subject: Operation) -> bool:
    """Staff see what the processor was asked for."""
    return is_of_staff(user)
