"""Why nothing is released, taken back or given on top."""

from marketplace.core.data.errors import DomainError


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
