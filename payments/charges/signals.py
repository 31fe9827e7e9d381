"""News for the nouns and apps above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: escrow (Escrow, now held).
escrow_funded = Signal()
# Arguments: escrow (Escrow), sentence (str): why the payment did not come through.
escrow_funding_failed = Signal()
# Arguments: escrow (Escrow, locked, still to be paid), sentence (str): why an attempt of a plan
# did not come through, next_try_at (datetime).
charge_postponed = Signal()
# Arguments: escrow (Escrow, locked, still to be paid), sentence (str): a saved method was tried at
# every moment of its plan, and nothing is tried any more.
charge_given_up = Signal()
# Arguments: escrow (Escrow, locked: of which something was carried on), target (Escrow, locked),
# part (Money), actor (Actor). The escrow is closed if nothing is left in it.
escrow_carried_on = Signal()
# Arguments: escrow (Escrow, locked, just cancelled), part (Money, that had been carried in), why
# (str), actor (Actor).
carried_money_unneeded = Signal()
# Arguments: charge (Charge), amount (Money), why (str): what arrived funds nothing, and goes back
# in full. The escrow is locked.
charge_returned = Signal()
