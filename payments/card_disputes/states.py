from django.db.models import TextChoices

from marketplace.core.data.states import Move, StateTable
from payments.operations.states import PROCESSOR, STAFF


class CardDisputeState(TextChoices):
    INQUIRY = "inquiry", "Inquiry"
    NEEDS_RESPONSE = "needs_response", "To be answered"
    UNDER_REVIEW = "under_review", "With the bank"
    WON = "won", "Won"
    LOST = "lost", "Lost"
    CLOSED = "closed", "Inquiry closed"


TONES = {
    CardDisputeState.INQUIRY: "held",
    CardDisputeState.NEEDS_RESPONSE: "disputed",
    CardDisputeState.UNDER_REVIEW: "held",
    CardDisputeState.WON: "paid",
    CardDisputeState.LOST: "disputed",
    CardDisputeState.CLOSED: "paid",
}
# The bank has yet to decide.
DISPUTING = ("needs_response", "under_review")
CONCLUDED = ("won", "lost", "closed")
CARD_DISPUTE = StateTable(
    "card_dispute",
    [
        Move(verb="answered", sources=("inquiry",), target="inquiry", actors=PROCESSOR),
        Move(
            verb="escalated",
            sources=("inquiry", "closed"),
            target="needs_response",
            actors=PROCESSOR,
        ),
        Move(verb="closed", sources=("inquiry",), target="closed", actors=PROCESSOR),
        Move(
            verb="submitted", sources=("needs_response",), target="under_review", actors=PROCESSOR
        ),
        Move(verb="won", sources=DISPUTING, target="won", actors=PROCESSOR),
        Move(verb="lost", sources=DISPUTING, target="lost", actors=PROCESSOR),
        Move(verb="overturned", sources=("lost",), target="won", actors=PROCESSOR),
        # Who bears what had been released: the platform at first, a moderator in the end.
        Move(verb="borne_by_platform", sources=("lost",), target="lost", actors=STAFF),
        Move(verb="borne_by_payee", sources=("lost",), target="lost", actors=STAFF),
    ],
)
