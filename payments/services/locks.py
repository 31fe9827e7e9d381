"""Locks in one order: contract, milestone, escrow, charge, payouts, payee, operation."""

from typing import Any

from marketplace.core.data.locks import lock
from payments.models import CardDispute, Charge, Escrow, Operation
from payments.signals import escrow_locking


def lock_escrow(escrow: Escrow, **also: str) -> dict[str, Any]:
    """Lock an escrow after whatever comes before it, and read it afresh in place.

    Returns the SQL expressions `also` by name, read in the same round trip.
    """
    escrow_locking.send(sender=Escrow, escrow=escrow)
    return lock(escrow, **also)


def lock_charge(operation: Operation) -> Charge:
    """The charge that `operation` is about, locked after its escrow."""
    charge: Charge = operation.subject
    lock_escrow(charge.escrow)
    lock(charge)
    return charge


def lock_dispute(dispute: CardDispute) -> None:
    """Lock a card dispute after its escrow and its charge; all three are read afresh in place."""
    charge = dispute.charge
    escrow = charge.escrow
    lock_escrow(escrow)
    lock(charge)
    lock(dispute)
    # A lock forgets what its row points to: these are the rows that are held.
    charge.escrow, dispute.charge = escrow, charge
