"""Who reads the books."""

from typing import Any


def can_view_ledger(user: Any) -> bool:
    return bool(user.is_staff)


def can_view_in_ledger(user: Any, subject: Any) -> bool:
    """An account, a movement, or a person's money: whoever reads the ledger reads all of it."""
    return can_view_ledger(user)
