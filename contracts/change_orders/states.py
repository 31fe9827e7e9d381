"""Every legal move of a change order."""

from django.db import models

from contracts.agreements.states import BOTH
from marketplace.core.data.actors import SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable


class ChangeOrderState(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    SIGNED = "signed", "Signed by both"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
    LAPSED = "lapsed", "Lapsed"
    DROPPED = "dropped", "Dropped"


S = ChangeOrderState
OPEN = (S.PROPOSED,)

CHANGE_ORDER = StateTable(
    "change_order",
    [
        Move(verb="signed", sources=OPEN, target=S.SIGNED, actors=BOTH),
        Move(verb="declined", sources=OPEN, target=S.DECLINED, actors=BOTH),
        Move(verb="withdrawn", sources=OPEN, target=S.WITHDRAWN, actors=BOTH),
        Move(verb="lapsed", sources=OPEN, target=S.LAPSED, actors=(SYSTEM_ROLE,)),
        # The contract ended before an answer.
        Move(verb="dropped", sources=OPEN, target=S.DROPPED, actors=(SYSTEM_ROLE,)),
    ],
)
