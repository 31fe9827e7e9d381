from collections.abc import Sequence
from typing import Any

from marketplace.core.data.errors import DomainError


class BriefIncomplete(DomainError):
    """`missing` names the parts (queries.readiness.Part) that publication needs."""

    sentence = "Some parts are missing before this brief can be published: {labels}."
    status = 422

    def __init__(self, missing: Sequence[Any]) -> None:
        self.missing = missing
        super().__init__(labels=", ".join(str(part) for part in missing))


class ProposalIncomplete(DomainError):
    """`missing` names the parts that a client needs before a proposal can be sent."""

    sentence = "Some parts are missing before this proposal can be sent: {labels}."
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


class ConflictOfSides(DomainError):
    sentence = "You are a member of {organisation}, so you cannot propose to its brief."
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


class NothingToAppeal(DomainError):
    sentence = "Only the removal of a brief can be appealed, and each removal once."


class ReasonNeeded(DomainError):
    sentence = "Give a reason: the other side reads it."
    status = 422


class TooManyAttachments(DomainError):
    sentence = "A brief can have at most {limit} files. Put them together in a .zip."


class AlreadyInvited(DomainError):
    sentence = "{name} is already invited to this brief."


class FreelancerNotToBeFound(DomainError):
    sentence = "This freelancer cannot be invited now: the profile is not listed."


class InvitedIsMember(DomainError):
    sentence = "{name} is a member of {organisation} and cannot propose to its brief."


class InvitedHasProposed(DomainError):
    sentence = "{name} has proposed for this brief already."


class TooManyBriefInvitations(DomainError):
    sentence = "{limit} people are invited to this brief, and that is as many as can be."
