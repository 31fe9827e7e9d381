"""News for the nouns and apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# A part stays with its escrow, which goes on holding the rest: no signal of an end.
# Arguments: payout (Payout) after each move of its state.
payout_changed = Signal()
