"""Why nothing can be charged."""

from marketplace.core.data.errors import DomainError


class EscrowNotAwaitingFunds(DomainError):
    sentence = "“{title}” is already funded. Nothing was charged again."


class EscrowBeingFunded(DomainError):
    sentence = "A payment for “{title}” is being processed. Nothing was charged again."


class NotCarriable(DomainError):
    sentence = "Of “{title}” at most {most} can pay for this. Nothing was moved."


class CarriedElsewhere(DomainError):
    sentence = (
        "What “{title}” did not use pays only for other work of the same contract, in the same "
        "currency. Nothing was moved."
    )


class CarriedChargeDisputed(DomainError):
    sentence = (
        "The card holder’s bank disputes a payment for “{title}”, or took it back, so what is "
        "left of it pays for nothing else. Nothing was moved."
    )


class ChargePlanUnderWay(DomainError):
    sentence = "A saved method is already being charged for “{title}”. Nothing was begun again."


class ChargeNotChallenged(DomainError):
    sentence = "The payment for “{title}” waits for no confirmation any more."
