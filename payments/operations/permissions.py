"""Who sees what the processor was asked for, and what waits."""

from typing import Any

from marketplace.core.staff.registry import is_of_staff
from payments.operations.models import Operation


def can_look_at_waiting_money(user: Any) -> bool:
    return is_of_staff(user)


def can_view_operation(user: Any, subject: Operation) -> bool:
    """Staff see what the processor was asked for."""
    return is_of_staff(user)
