"""Locking money; the order: docs/decisions/0020-lock-order.md."""

from typing import Any

from marketplace.core.data.locks import lock
from payments.escrows.models.escrows import Escrow
from payments.escrows.signals import escrow_locking


def lock_escrow(escrow: Escrow, *, is_locked: bool = False, **also: Any) -> dict[str, Any]:
    """Lock an escrow after whatever comes before it, and read it afresh in place.

    Does nothing for a caller who owns the unit and says that both are locked already. Returns
    the ORM expressions `also` by name, read by the same query.
    """
    if is_locked:
        return {}
    escrow_locking.send(sender=Escrow, escrow=escrow)
    return lock(escrow, **also)
