"""What the processor answered instead of doing what it was asked."""

from marketplace.core.data.errors import DomainError


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


class SignatureInvalid(ProcessorError):
    sentence = "This message was not signed by the payment processor."
    status = 400


class EventUnreadable(ProcessorError):
    sentence = "This message is signed, but it is no event that we can read."
    status = 400
