"""Why a paper cannot be issued yet."""

from marketplace.core.data.errors import DomainError


class ChargeNotPaid(DomainError):
    sentence = "This payment for “{title}” is “{state}”, so there is no receipt of it."


class PeriodNotOver(DomainError):
    sentence = (
        "This time is not over yet: its statement can be printed from the first day after it."
    )
