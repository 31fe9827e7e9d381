"""The life of a brief (product.md section 3)."""

from django.db import models

from marketplace.core.data.actors import CLIENT, MODERATOR, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable


class BriefState(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    OPEN = "open", "Open"
    PAUSED = "paused", "Paused"
    FILLED = "filled", "Filled"
    CLOSED = "closed", "Closed"
    EXPIRED = "expired", "Expired"
    REMOVED = "removed", "Removed"


B = BriefState

# Nobody outside its organisation has seen it yet, but for the moderators who review it.
UNPUBLISHED = (B.DRAFT, B.IN_REVIEW)
LISTED = (B.OPEN, B.PAUSED)
# Anyone who has the link may read a brief in these states.
READABLE = (B.OPEN, B.PAUSED, B.FILLED, B.CLOSED, B.EXPIRED)
# Over, and may be written once more from a copy. A removed brief is the moderators' matter.
ENDED = (B.FILLED, B.CLOSED, B.EXPIRED)
# And moderators in these.
MODERATED = (B.IN_REVIEW, B.REMOVED)

BRIEF = StateTable(
    "brief",
    [
        Move(verb="published", sources=(B.DRAFT,), target=B.OPEN, actors=(CLIENT,)),
        Move(verb="queued", sources=(B.DRAFT,), target=B.IN_REVIEW, actors=(CLIENT,)),
        Move(verb="recalled", sources=(B.IN_REVIEW,), target=B.DRAFT, actors=(CLIENT,)),
        Move(verb="approved", sources=(B.IN_REVIEW,), target=B.OPEN, actors=(MODERATOR,)),
        Move(verb="returned", sources=(B.IN_REVIEW,), target=B.DRAFT, actors=(MODERATOR,)),
        Move(verb="paused", sources=(B.OPEN,), target=B.PAUSED, actors=(CLIENT,)),
        Move(verb="reopened", sources=(B.PAUSED,), target=B.OPEN, actors=(CLIENT,)),
        Move(verb="filled", sources=LISTED, target=B.FILLED, actors=(SYSTEM_ROLE,)),
        Move(verb="closed", sources=LISTED, target=B.CLOSED, actors=(CLIENT,)),
        Move(verb="expired", sources=LISTED, target=B.EXPIRED, actors=(SYSTEM_ROLE,)),
        Move(verb="removed", sources=LISTED, target=B.REMOVED, actors=(MODERATOR,)),
        Move(verb="restored", sources=(B.REMOVED,), target=B.OPEN, actors=(MODERATOR,)),
    ],
)
