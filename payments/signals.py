"""News for the apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: escrow (Escrow). Sent before an escrow is locked, so that whoever owns the unit
# can lock it first: the order of locks is unit, then escrow.
escrow_locking = Signal()
# Arguments: escrow (Escrow, now held).
escrow_funded = Signal()
# Arguments: escrow (Escrow), sentence (str): why the payment did not come through.
escrow_funding_failed = Signal()
# Arguments: escrow (Escrow, still to be paid), sentence (str): a saved method was tried on every
# day of its plan, and nothing is tried any more.
charge_given_up = Signal()
# Arguments: escrow (Escrow), payout (Payout), actor (Actor).
escrow_released = Signal()
# Arguments: escrow (Escrow), refund (Refund, pending), actor (Actor).
escrow_refunded = Signal()
# Arguments: escrow (Escrow). The payer's bank disputes the charge: it is frozen.
escrow_disputed = Signal()
# Arguments: escrow (Escrow, held again, all of it or a rest), since (datetime of the freeze).
escrow_undisputed = Signal()
# Arguments: escrow (Escrow, refunded): the bank took all that was held.
escrow_charged_back = Signal()
# A part stays with its escrow, which goes on holding the rest: no signal of an end.
# Arguments: payout (Payout) after each move of its state.
payout_changed = Signal()
