"""What may become of a contested line, and on which grounds one is contested."""

from django.db import models

from marketplace.core.data.actors import CLIENT, FREELANCER
from marketplace.core.data.states import Move, StateTable


class Ground(models.TextChoices):
    """Never quality: of that the parties talk, or give notice."""

    NOT_WORKED = "not_worked", "It was not worked"
    OUT_OF_SCOPE = "out_of_scope", "It is out of scope"
    OVER_LIMIT = "over_limit", "It is over the limit"


class ContestState(models.TextChoices):
    OPEN = "open", "Contested"
    CONCEDED = "conceded", "Not paid"
    DROPPED = "dropped", "Paid after all"


CONTEST = StateTable(
    "time_contest",
    [
        Move(verb="conceded", sources=("open",), target="conceded", actors=(FREELANCER,)),
        Move(verb="dropped", sources=("open",), target="dropped", actors=(CLIENT,)),
    ],
)
