"""Why an act of staff on money is refused."""

from marketplace.core.data.errors import DomainError


class NothingToLookUp(DomainError):
    sentence = "This kind of call leaves nothing to look up. Sending it again does no harm."


class NothingToCompare(DomainError):
    sentence = "This kind of call makes nothing that could be compared."


class OperationOver(DomainError):
    sentence = "This call has ended: it {state}. Nothing was changed."


class KeyDead(DomainError):
    sentence = (
        "The processor may have forgotten its key: sent again it could be done twice. Look it up, "
        "record it as done with the object that it made, or give it up."
    )


class KeyAlive(DomainError):
    sentence = (
        "The processor still knows its key, so it may yet be done. Send it again, or come back "
        "when the key has died."
    )


class EvidenceDoesNotFit(DomainError):
    sentence = (
        "“{id}” is not what this call asked for: amount, currency or parties differ. Nothing was "
        "recorded."
    )


class EvidenceTaken(DomainError):
    sentence = "“{id}” stands for another call already. Nothing was recorded."


class AdjustmentWaiting(DomainError):
    sentence = (
        "The same is waiting for a second person already, asked by {name}. Nothing was moved."
    )


class SecondPersonNeeded(DomainError):
    sentence = "Somebody else has to decide about what you asked for. You can withdraw it."
    status = 403


class NotYourAdjustment(DomainError):
    sentence = "Only {name}, who asked for it, can withdraw it. You can decline it."
    status = 403


class AdjustmentLapsed(DomainError):
    sentence = "It was to be decided by {date} and has lapsed. Nothing was moved: ask for it anew."


class AdjustmentStale(DomainError):
    sentence = (
        "The figures have changed since it was asked for ({then}; now {now}). Nothing was moved: "
        "decline it, look again, and ask anew."
    )


class AskerMayNotAct(DomainError):
    sentence = (
        "{name}, who asked for it, may not act on this money any more. Nothing was moved: "
        "decline it."
    )
