"""The body of the call that reverses a transfer, frozen into an operation."""

from typing import Any

from payments.escrows.requests import marks_of
from payments.payouts.models.reversals import Reversal


def reversal(reversal: Reversal, operation: str) -> dict[str, Any]:
    """`transfer` belongs to the address; the rest is the body."""
    marks = marks_of(operation, reversal.payout.escrow) | {"reversal": str(reversal.public_id)}
    return {
        "transfer": reversal.payout.processor_id,
        "amount": reversal.amount,
        "metadata": marks,
    }
