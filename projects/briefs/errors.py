from collections.abc import Sequence
from typing import Any

from marketplace.core.data.errors import DomainError


class BriefIncomplete(DomainError):
    """`missing` names the parts (queries.readiness.MissingPart) that publication needs."""

    sentence = "Some parts are missing before this brief can be published: {labels}."
    status = 422

    def __init__(self, missing: Sequence[Any]) -> None:
        self.missing = missing
        super().__init__(labels=", ".join(str(part) for part in missing))


class BriefNotEditable(DomainError):
    sentence = "This brief is “{state}”; only a draft, open or paused brief can be edited."


class BriefNotEnded(DomainError):
    sentence = "This brief is “{state}”; only a filled, closed or expired brief can be copied."


class BriefRevised(DomainError):
    sentence = "This brief was changed since you opened it. Read it again before you decide."


class CurrencyFixed(DomainError):
    sentence = "The currency is fixed once a brief is published: proposals are priced in it."


class BriefNotOpen(DomainError):
    sentence = "This brief is “{state}”, so it takes no proposals now."


class BriefHasOffer(DomainError):
    sentence = "An offer made from this brief is waiting for an answer. Withdraw the offer first."


class NothingToAppeal(DomainError):
    sentence = "Only the removal of a brief can be appealed, and each removal once."


class TooManyAttachments(DomainError):
    sentence = "A brief can have at most {limit} files. Put them together in a .zip."
