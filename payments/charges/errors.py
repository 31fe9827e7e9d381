"""Why nothing can be charged."""

from marketplace.core.data.errors import DomainError


class EscrowNotAwaitingFunds(DomainError):
    sentence = "“{title}” is already funded. Nothing was charged again."


class EscrowBeingFunded(DomainError):
    sentence = "A payment for “{title}” is being processed. Nothing was charged again."


class ChargePlanUnderWay(DomainError):
    sentence = "A saved method is already being charged for “{title}”. Nothing was begun again."


class ChargeNotChallenged(DomainError):
    sentence = "The payment for “{title}” waits for no confirmation any more."
