"""A card dispute is locked after its escrow and its charge: docs/decisions/0020-lock-order.md."""

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
