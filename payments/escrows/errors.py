"""Why held money does not move."""

from marketplace.core.data.errors import DomainError


class EscrowNotHeld(DomainError):
    sentence = "“{title}” holds no funds, so nothing can be moved. It is “{state}”."


class EscrowDisputed(EscrowNotHeld):
    sentence = (
        "The card holder’s bank disputes the payment for “{title}”. Nothing of it moves until the "
        "bank has decided, usually within 60 to 75 days. Nothing was moved."
    )


class NotAPart(DomainError):
    sentence = "A part is more than nothing and less than the {held} that are held."


class FeeScheduleMissing(DomainError):
    sentence = "No fee is set for {engagement_kind} work on {on}."
