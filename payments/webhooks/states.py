from django.db.models import TextChoices

from marketplace.core.data.states import Move, StateTable
from payments.operations.states import PROCESSOR, STAFF


class StripeEventState(TextChoices):
    RECEIVED = "received", "Received"
    DONE = "done", "Done"
    PARKED = "parked", "Parked for staff"


STRIPE_EVENT = StateTable(
    "stripe_event",
    [
        Move(verb="processed", sources=("received", "parked"), target="done", actors=PROCESSOR),
        Move(verb="parked", sources=("received",), target="parked", actors=PROCESSOR),
        Move(verb="retried", sources=("parked",), target="received", actors=STAFF),
    ],
)
