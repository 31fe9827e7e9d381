"""What payments refuse, and what the processor answered instead of doing it."""

from marketplace.core.data.errors import DomainError


class ChargeNotRefundable(DomainError):
    sentence = (
        "The card holder’s bank disputes the payment for “{title}” or took it back, so it cannot "
        "be refunded as well. Nothing was moved."
    )
