"""Why a payment cannot be refunded."""

from marketplace.core.data.errors import DomainError


class ChargeNotRefundable(DomainError):
    sentence = (
        "The card holder’s bank disputes the payment for “{title}” or took it back, so it cannot "
        "be refunded as well. Nothing was moved."
    )
