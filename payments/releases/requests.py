"""Bodies of the calls to the processor, frozen into operations. Pure functions.

`operation` is the id of the operation row; in the metadata it finds the object again after
a lost answer. The transfer group of an escrow ties its charge and its transfer together.
"""

from typing import Any

from payments.escrows.requests import _marks
from payments.payouts.models.reversals import Reversal


def reversal(reversal: Reversal, operation: str) -> dict[str, Any]:
    """`transfer` belongs to the address; the rest is the body."""
    marks = _marks(operation, reversal.payout.escrow) | {"reversal": str(reversal.public_id)}
    return {
        "transfer": reversal.payout.processor_id,
        "amount": reversal.amount,
        "metadata": marks,
    }
