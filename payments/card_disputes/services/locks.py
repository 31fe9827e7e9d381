"""A card dispute is locked after its escrow and its charge: docs/decisions/0020-lock-order.md."""

from marketplace.core.data.locks import lock
from payments.card_disputes.models import CardDispute
from payments.charges.models import Charge
from payments.charges.queries import escrows_with
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow


def lock_holders(charge: Charge) -> list[Escrow]:
    """Lock the escrow of a charge, those to which money of it was carried on, and the charge.

    Its own is the first of the list, and what the charge points to.
    """
    holders = [charge.escrow]
    lock_escrow(charge.escrow)
    # Money may be carried on from one that is not locked yet.
    while found := [escrow for escrow in escrows_with(charge) if escrow not in holders]:
        for escrow in found:
            lock_escrow(escrow)
        holders += found
    lock(charge)
    charge.escrow = holders[0]
    return holders


def lock_dispute(dispute: CardDispute) -> None:
    """Lock a card dispute after its escrow and its charge; all three are read afresh in place."""
    charge = dispute.charge
    escrow = charge.escrow
    lock_escrow(escrow)
    lock(charge)
    lock(dispute)
    # A lock forgets what its row points to: these are the rows that are held.
    charge.escrow, dispute.charge = escrow, charge
