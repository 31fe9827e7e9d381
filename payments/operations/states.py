"""How a call to the processor goes; and who may make a move, for all tables of payments."""

from django.db.models import TextChoices

from marketplace.core.data.actors import CLIENT, FREELANCER, MODERATOR, PERSON, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable

ANYBODY = (CLIENT, FREELANCER, MODERATOR, PERSON, SYSTEM_ROLE)
PROCESSOR = (SYSTEM_ROLE,)
STAFF = (MODERATOR,)


class OperationState(TextChoices):
    PREPARED = "prepared", "Prepared"
    SENT = "sent", "Sent, no answer yet"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "Unknown, a person must look"


OPERATION = StateTable(
    "operation",
    [
        Move(verb="sent", sources=("prepared", "sent"), target="sent", actors=PROCESSOR),
        Move(
            verb="succeeded",
            sources=("prepared", "sent", "unknown"),
            target="succeeded",
            actors=PROCESSOR,
        ),
        Move(verb="failed", sources=("prepared", "sent"), target="failed", actors=PROCESSOR),
        Move(verb="lost", sources=("prepared", "sent"), target="unknown", actors=PROCESSOR),
        Move(verb="retried", sources=("sent", "unknown"), target="sent", actors=STAFF),
        Move(verb="given_up", sources=("unknown",), target="failed", actors=STAFF),
    ],
)
