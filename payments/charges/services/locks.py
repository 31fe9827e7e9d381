"""A charge is locked after its escrow: docs/decisions/0020-lock-order.md."""

from marketplace.core.data.locks import lock
from payments.charges.models import Charge
from payments.escrows.services.locks import lock_escrow
from payments.operations.models import Operation


def lock_charge(operation: Operation) -> Charge:
    """The charge that `operation` is about, locked after its escrow."""
    charge: Charge = operation.subject
    lock_escrow(charge.escrow)
    lock(charge)
    return charge
