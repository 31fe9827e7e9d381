"""Bodies of the calls to the processor, frozen into operations. Pure functions.

`operation` is the id of the operation row; in the metadata it finds the object again after
a lost answer. The transfer group of an escrow ties its charge and its transfer together.
"""

from typing import Any

from payments.escrows.requests import _marks
from payments.refunds.models import Refund


def refund(refund: Refund, operation: str) -> dict[str, Any]:
    return {
        "charge": refund.charge.charge_id,
        "amount": refund.amount,
        "metadata": _marks(operation, refund.escrow) | {"refund": str(refund.public_id)},
    }
