"""Who sees and explains what differs from the processor's book."""

from typing import Any

from marketplace.core.staff.registry import is_of_staff
from payments.ledger.permissions import can_view_ledger


def can_view_case(user: Any, subject: Any) -> bool:
    """Staff see what stops payouts."""
    return is_of_staff(user)


def can_explain_differences(user: Any, subject: Any) -> bool:
    """It lets payouts go on again, so it is for those who read the ledger."""
    return can_view_ledger(user)
