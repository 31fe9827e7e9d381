from marketplace.core.data.errors import DomainError


class AlreadyInvited(DomainError):
    sentence = "{name} is already invited to this brief."


class FreelancerNotToBeFound(DomainError):
    sentence = "This freelancer cannot be invited now: the profile is not listed."


class InvitedHasProposed(DomainError):
    sentence = "{name} has proposed for this brief already."


class TooManyBriefInvitations(DomainError):
    sentence = "{limit} people are invited to this brief, and that is as many as can be."
