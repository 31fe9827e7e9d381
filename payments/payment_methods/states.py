from django.db.models import TextChoices

from marketplace.core.data.actors import CLIENT, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable
from payments.operations.states import PROCESSOR


class PaymentMethodState(TextChoices):
    SAVED = "saved", "Saved"
    REMOVED = "removed", "Removed"


PAYMENT_METHOD = StateTable(
    "payment_method",
    [
        Move(verb="made_default", sources=("saved",), target="saved", actors=(CLIENT,)),
        # By a person here, or in the processor's dashboard.
        Move(verb="removed", sources=("saved",), target="removed", actors=(CLIENT, SYSTEM_ROLE)),
    ],
)


class MethodSetupState(TextChoices):
    OPEN = "open", "Open"
    SAVED = "saved", "Saved"
    FAILED = "failed", "Failed"
    EXPIRED = "expired", "Expired"


METHOD_SETUP = StateTable(
    "method_setup",
    [
        # What was saved counts, whatever we heard before.
        Move(
            verb="saved",
            sources=("open", "failed", "expired"),
            target="saved",
            actors=PROCESSOR,
        ),
        Move(verb="failed", sources=("open",), target="failed", actors=PROCESSOR),
        Move(verb="expired", sources=("open",), target="expired", actors=PROCESSOR),
    ],
)
