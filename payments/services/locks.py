"""Locks in one order: contract, milestone, escrow, charge, payouts, payee, operation."""

from marketplace.core.states import lock
from payments.models import Charge, Escrow, Operation
from payments.signals import escrow_locking


def lock_escrow(escrow: Escrow) -> None:
    """Lock an escrow after whatever comes before it, and read it afresh in place."""
    escrow_locking.send(sender=Escrow, escrow=escrow)
    lock(escrow)


def lock_charge(operation: Operation) -> Charge:
    """The charge that `operation` is about, locked after its escrow."""
    charge: Charge = operation.subject
    lock_escrow(charge.escrow)
    lock(charge)
    return charge
