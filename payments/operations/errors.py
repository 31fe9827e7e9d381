"""What nobody knows of a call."""

from payments.stripe.errors import ProcessorError


class OperationUnknown(ProcessorError):
    sentence = "It is not known yet whether this was done. Our staff are looking at it."
