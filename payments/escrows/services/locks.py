"""Locks in one order: contract, milestone, escrow, charge, payouts, payee, operation."""

from typing import Any

from marketplace.core.data.locks import lock
from payments.escrows.models.escrows import Escrow
from payments.escrows.signals import escrow_locking


def lock_escrow(escrow: Escrow, **also: str) -> dict[str, Any]:
    """Lock an escrow after whatever comes before it, and read it afresh in place.

    Returns the SQL expressions `also` by name, read in the same round trip.
    """
    escrow_locking.send(sender=Escrow, escrow=escrow)
    return lock(escrow, **also)
