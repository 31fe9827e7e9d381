from django.db.models import TextChoices

from marketplace.core.data.states import Move, StateTable
from payments.operations.states import PROCESSOR, STAFF


class ReconciliationState(TextChoices):
    RUNNING = "running", "Comparing"
    AGREED = "agreed", "Agrees"
    DIFFERED = "differed", "Differs: payouts are stopped"


RECONCILIATION = StateTable(
    "reconciliation",
    [
        Move(verb="agreed", sources=("running",), target="agreed", actors=PROCESSOR),
        Move(verb="differed", sources=("running",), target="differed", actors=PROCESSOR),
    ],
)


class ReconciliationCaseState(TextChoices):
    OPEN = "open", "Open: payouts are stopped"
    EXPLAINED = "explained", "Explained by staff"
    SETTLED = "settled", "Both books agree by now"


RECONCILIATION_CASE = StateTable(
    "reconciliation_case",
    [
        Move(verb="explained", sources=("open",), target="explained", actors=STAFF),
        Move(verb="settled", sources=("open",), target="settled", actors=PROCESSOR),
    ],
)


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
