"""What payments refuse, and what the processor answered instead of doing it."""

from marketplace.core.data.errors import DomainError


class EscrowNotAwaitingFunds(DomainError):
    sentence = "“{title}” is already funded. Nothing was charged again."


class EscrowBeingFunded(DomainError):
    sentence = "A payment for “{title}” is being processed. Nothing was charged again."


class MethodNotUsable(DomainError):
    sentence = "{method} {reason}. Choose another payment method. Nothing was charged."


class NoMethodSaved(DomainError):
    sentence = "{organisation} has saved no payment method. Save one, or pay at the checkout."


class ChargePlanUnderWay(DomainError):
    sentence = "A saved method is already being charged for “{title}”. Nothing was begun again."


class ChargeNotChallenged(DomainError):
    sentence = "The payment for “{title}” waits for no confirmation any more."


class ChargeNotPaid(DomainError):
    sentence = "This payment for “{title}” is “{state}”, so there is no receipt of it."


class EscrowNotHeld(DomainError):
    sentence = "“{title}” holds no funds, so nothing can be moved. It is “{state}”."


class EscrowDisputed(EscrowNotHeld):
    sentence = (
        "The card holder’s bank disputes the payment for “{title}”. Nothing of it moves until the "
        "bank has decided, usually within 60 to 75 days. Nothing was moved."
    )


class ChargeNotRefundable(DomainError):
    sentence = (
        "The card holder’s bank disputes the payment for “{title}” or took it back, so it cannot "
        "be refunded as well. Nothing was moved."
    )


class EvidenceUnderWay(DomainError):
    sentence = "Evidence is on its way to the bank already. Look again in a minute."


class EvidenceTooLarge(DomainError):
    sentence = (
        "The evidence has more than the {most} pages that banks read. Send a shorter one in the "
        "payment processor’s dashboard."
    )


class NotAnswerable(DomainError):
    sentence = "This card dispute is not waiting for evidence: it is “{state}”."


class NothingToSettle(DomainError):
    sentence = "Nothing is held again after a card dispute that was won."


class LossNotToDecide(DomainError):
    sentence = "There is no loss to decide about: “{bears}”."


class NotAPart(DomainError):
    sentence = "A part is more than nothing and less than the {held} that are held."


class NotReleased(DomainError):
    sentence = "At most the {released} that were released can be taken back."


class PayoutUnderWay(DomainError):
    sentence = (
        "A payout or a return of this money is under way at the payment processor. "
        "Nothing was taken back: try again in a few minutes."
    )


class NothingToThankFor(DomainError):
    sentence = "A bonus is for work of which something was released."


class BonusUnpaid(DomainError):
    sentence = "A bonus of {amount} waits to be paid: pay or cancel it first."


class NotOwed(DomainError):
    sentence = "At most the {owed} that are owed can be written off."


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


class FeeScheduleMissing(DomainError):
    sentence = "No fee is set for {engagement_kind} work on {on}."


class PayeeNotReady(DomainError):
    sentence = "{reason}"


class NothingToPayOut(DomainError):
    sentence = "There is nothing to pay out right now."


class PayoutsStopped(DomainError):
    sentence = (
        "Payouts are stopped while our staff compare our books with the payment processor's. "
        "Your money stays available and goes out afterwards."
    )


class PayeeAccountMissing(DomainError):
    sentence = "You have no payout account yet. Set it up first."


class ProcessorError(DomainError):
    """The payment processor did not do what we asked."""

    sentence = "The payment processor did not accept this. Nothing was moved."
    status = 502


class Declined(ProcessorError):
    """A definite no from the bank: nothing happened, a new attempt is possible."""

    sentence = "The payment was declined: {reason}"
    status = 402


class InvalidRequest(ProcessorError):
    """A definite no to the request itself: nothing happened."""

    sentence = "The payment processor refused: {reason}"


class ObjectNotFound(InvalidRequest):
    """The processor knows no such object."""


class ProcessorUnavailable(ProcessorError):
    """No answer, or one that does not say whether it was done: the outcome is unknown."""

    sentence = "The payment processor does not answer right now. Nothing is lost: try again."
    status = 503


class NotCarriedOut(ProcessorUnavailable):
    """A definite “not now”: rate limit, key in use, or our keys are refused; ask again later."""


class ParametersChanged(ProcessorError):
    """The idempotency key was used with other parameters: only a person can sort this out."""


class OperationUnknown(ProcessorError):
    sentence = "It is not known yet whether this was done. Our staff are looking at it."


class SignatureInvalid(ProcessorError):
    sentence = "This message was not signed by the payment processor."
    status = 400


class EventUnreadable(ProcessorError):
    sentence = "This message is signed, but it is no event that we can read."
    status = 400


class Overdrawn(DomainError):
    sentence = "There is not enough money there for this."


class KeyReused(DomainError):
    sentence = "The key {key} already stands for another movement of money."
    status = 500


class PeriodNotOver(DomainError):
    sentence = (
        "This time is not over yet: its statement can be printed from the first day after it."
    )
