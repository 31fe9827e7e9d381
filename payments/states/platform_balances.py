from django.db.models import TextChoices

from marketplace.core.data.states import Move, StateTable
from payments.states.roles import PROCESSOR


class PlatformBalanceState(TextChoices):
    ENOUGH = "enough", "Enough"
    TIGHT = "tight", "Waits for funds that settle"
    SHORT = "short", "Too low"


PLATFORM_BALANCE = StateTable(
    "platform_balance",
    [
        Move(verb="grown_tight", sources=("enough",), target="tight", actors=PROCESSOR),
        Move(verb="fallen_short", sources=("enough", "tight"), target="short", actors=PROCESSOR),
        Move(verb="eased", sources=("short",), target="tight", actors=PROCESSOR),
        Move(verb="recovered", sources=("tight", "short"), target="enough", actors=PROCESSOR),
    ],
)
