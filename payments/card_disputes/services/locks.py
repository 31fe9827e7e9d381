"""Locks in one order: contract, milestone, escrow, charge, payouts, payee, operation."""

from marketplace.core.data.locks import lock
from payments.card_disputes.models import CardDispute
from payments.escrows.services.locks import lock_escrow


def lock_dispute(dispute: CardDispute) -> None:
    """Lock a card dispute after its escrow and its charge; all three are read afresh in place."""
    charge = dispute.charge
    escrow = charge.escrow
    lock_escrow(escrow)
    lock(charge)
    lock(dispute)
    # A lock forgets what its row points to: these are the rows that are held.
    charge.escrow, dispute.charge = escrow, charge
