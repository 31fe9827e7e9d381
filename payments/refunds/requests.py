"""The body of the call that refunds, frozen into an operation."""

from typing import Any

from payments.escrows.requests import marks_of
from payments.refunds.models import Refund


def refund(refund: Refund, operation: str) -> dict[str, Any]:
    return {
        "charge": refund.charge.charge_id,
        "amount": refund.amount,
        "metadata": marks_of(operation, refund.escrow) | {"refund": str(refund.public_id)},
    }
