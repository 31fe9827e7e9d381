"""Attempts to pay."""

from payments.models import Charge, Escrow
from payments.states import ChargeState


def challenged_charge(escrow: Escrow) -> Charge | None:
    """The payment that waits for its payer to confirm it at their bank, if one does."""
    rows = escrow.charges.filter(state=ChargeState.CHALLENGED)
    return rows.select_related("method", "escrow").first()
