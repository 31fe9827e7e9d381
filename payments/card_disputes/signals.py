"""News for the nouns and apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: escrow (Escrow). The payer's bank disputes the charge: it is frozen.
escrow_disputed = Signal()
# Arguments: escrow (Escrow, held again, all of it or a rest), since (datetime of the freeze).
escrow_undisputed = Signal()
# Arguments: escrow (Escrow, refunded): the bank took all that was held.
escrow_charged_back = Signal()
