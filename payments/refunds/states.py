from django.db.models import TextChoices

from marketplace.core.data.states import Move, StateTable
from payments.operations.states import PROCESSOR, STAFF


class RefundState(TextChoices):
    PENDING = "pending", "On its way back"
    SUCCEEDED = "succeeded", "Refunded"
    FAILED = "failed", "Failed"
    OVERTAKEN = "overtaken", "Given back by the bank instead"


REFUND = StateTable(
    "refund",
    [
        Move(verb="succeeded", sources=("pending",), target="succeeded", actors=PROCESSOR),
        # A bank may send a booked refund back days later.
        Move(verb="failed", sources=("pending", "succeeded"), target="failed", actors=PROCESSOR),
        Move(verb="retried", sources=("failed",), target="pending", actors=STAFF),
        # The bank took the money for the payer in a card dispute: there is nothing left to send.
        Move(verb="overtaken", sources=("failed",), target="overtaken", actors=PROCESSOR),
    ],
)
