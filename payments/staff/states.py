from django.db.models import TextChoices

from marketplace.core.data.states import Badge, Move, StateTable
from payments.operations.states import PROCESSOR, STAFF


class AdjustmentState(TextChoices):
    WAITING = "waiting", "Waits for a second person"
    CARRIED_OUT = "carried_out", "Carried out"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EXPIRED = "expired", "Lapsed"


ADJUSTMENT_BADGES = {
    AdjustmentState.WAITING: Badge("waits for a second person", "review"),
    AdjustmentState.CARRIED_OUT: Badge("carried out", "paid"),
    AdjustmentState.DECLINED: Badge("declined", "disputed"),
    AdjustmentState.WITHDRAWN: Badge("withdrawn"),
    AdjustmentState.EXPIRED: Badge("lapsed"),
}
ADJUSTMENT = StateTable(
    "adjustment",
    [
        Move(verb="approved", sources=("waiting",), target="carried_out", actors=STAFF),
        Move(verb="declined", sources=("waiting",), target="declined", actors=STAFF),
        Move(verb="withdrawn", sources=("waiting",), target="withdrawn", actors=STAFF),
        Move(verb="expired", sources=("waiting",), target="expired", actors=PROCESSOR),
    ],
)
