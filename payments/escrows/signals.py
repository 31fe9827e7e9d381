"""News for the nouns and apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: escrow (Escrow). Sent before an escrow is locked, so that whoever owns the unit
# can lock it first: the order of locks is unit, then escrow.
escrow_locking = Signal()
