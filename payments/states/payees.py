"""A person's account at the processor."""

from django.db.models import TextChoices

from marketplace.core.data.states import Move, StateTable
from payments.states.roles import PROCESSOR


class PayeeState(TextChoices):
    NOT_STARTED = "not_started", "Not started"
    INCOMPLETE = "incomplete", "In progress"
    CHECKING = "checking", "Under check"
    READY = "ready", "Ready"
    RESTRICTED = "restricted", "Paused"


UNREADY = ("incomplete", "checking", "restricted")
PAYEE = StateTable(
    "payee",
    [
        Move(verb="opened", sources=("not_started",), target="incomplete", actors=PROCESSOR),
        Move(verb="submitted", sources=("incomplete",), target="checking", actors=PROCESSOR),
        Move(verb="verified", sources=UNREADY, target="ready", actors=PROCESSOR),
        Move(verb="restricted", sources=("ready",), target="restricted", actors=PROCESSOR),
        Move(verb="asked_more", sources=("checking",), target="incomplete", actors=PROCESSOR),
        Move(verb="asked_more", sources=("ready",), target="ready", actors=PROCESSOR),
        Move(verb="asked_more", sources=("restricted",), target="restricted", actors=PROCESSOR),
    ],
)
