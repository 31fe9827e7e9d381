"""News for the nouns and apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: escrow (Escrow, that holds nothing any more), amount (Money, on its way back), why
# (str), actor (Actor).
escrow_refunded = Signal()
