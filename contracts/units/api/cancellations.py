"""Questions about cancelling a unit, for programs."""

from contracts.agreements.api.loading import OfContract
from contracts.units.api.loading import OfCancellation
from contracts.units.api.serializers import CancellationSerializer
from contracts.units.models.cancellations import Cancellation
from contracts.units.permissions import can_answer_cancellation, can_drop_cancellation
from contracts.units.services.cancellations import (
    agree_cancellation,
    ask_cancellation,
    drop_cancellation,
    refuse_cancellation,
)
from marketplace.core.api.endpoints import ActEndpoint
from marketplace.core.api.serializers import OptionalReason, Reason


class AskCancellation(OfContract, ActEndpoint):
    """Of a unit; each kind loads its own."""

    takes = Reason
    answers = CancellationSerializer
    creates = True

    def act(self, why: str) -> Cancellation:
        return ask_cancellation(unit=self.subject, by=self.actor(), why=why)


class CancellationAct(OfCancellation, ActEndpoint):
    permission = can_answer_cancellation
    shows = CancellationSerializer


class Consent(CancellationAct):
    """Agree to a cancellation. Held funds go back to the client in full."""

    fresh = True

    def act(self) -> Cancellation:
        return agree_cancellation(cancellation=self.subject, by=self.actor())


class Refusal(CancellationAct):
    """Refuse a cancellation. The work goes on."""

    takes = OptionalReason

    def act(self, why: str) -> Cancellation:
        return refuse_cancellation(cancellation=self.subject, by=self.actor(), why=why)


class Retraction(CancellationAct):
    """Take back your question about a cancellation."""

    permission = can_drop_cancellation

    def act(self) -> Cancellation:
        return drop_cancellation(cancellation=self.subject, by=self.actor())
