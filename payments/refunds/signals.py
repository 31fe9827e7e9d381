"""News for the nouns and apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: escrow (Escrow), refund (Refund, pending), actor (Actor).
escrow_refunded = Signal()
