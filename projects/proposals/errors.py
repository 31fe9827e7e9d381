from collections.abc import Sequence
from typing import Any

from marketplace.core.data.errors import DomainError


class ProposalIncomplete(DomainError):
    """`missing` names the parts that a client needs before a proposal can be sent."""

    sentence = "Some parts are missing before this proposal can be sent: {labels}."
    status = 422

    def __init__(self, missing: Sequence[Any]) -> None:
        self.missing = missing
        super().__init__(labels=", ".join(str(part) for part in missing))


class ConflictOfSides(DomainError):
    sentence = "{name} is a member of {organisation} and cannot propose to its brief."
    status = 403


class AlreadyProposed(DomainError):
    sentence = "You already have a proposal for this brief. Edit that one instead."


class ProposalNotEditable(DomainError):
    sentence = "This proposal is “{state}”, so it can no longer be edited."


class ProposalChanged(DomainError):
    sentence = "A newer version of this proposal has arrived. Read version {number} first."


class CaseStudyNeeded(DomainError):
    sentence = "Add at least one case study to your profile before your first proposal."


class PayoutsOutOfReach(DomainError):
    sentence = (
        "Payouts do not reach banks in {country}, the country of your profile. Say that you know "
        "it, and send the proposal again."
    )
    status = 422
