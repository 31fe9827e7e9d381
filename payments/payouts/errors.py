"""Why nothing is paid out."""

from marketplace.core.data.errors import DomainError


class NotOwed(DomainError):
    sentence = "At most the {owed} that are owed can be written off."


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
