"""Refusals that only a milestone has, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class MilestoneNotInReview(DomainError):
    sentence = "Milestone {position} is “{state}”, so there is nothing to review now."
