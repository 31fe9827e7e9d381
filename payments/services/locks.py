"""Locks in one order: contract, milestone, escrow, its charge or payout, payee, operation."""

from marketplace.core.states import lock
from payments.models import Escrow
from payments.signals import escrow_locking


def lock_escrow(escrow: Escrow) -> None:
    """Lock an escrow after whatever comes before it, and read it afresh in place."""
    escrow_locking.send(sender=Escrow, escrow=escrow)
    lock(escrow)
