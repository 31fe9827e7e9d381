"""Refusals that only a milestone has, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class MilestoneNotInReview(DomainError):
    sentence = "Milestone {position} is “{state}”, so there is nothing to review now."


class MilestoneDecided(DomainError):
    sentence = (
        "{name} is “{state}”: what was handed in or ended stays as it was agreed. Change or drop "
        "milestones that nobody has worked through, or add one. Nothing was changed."
    )


class FundedPriceFixed(DomainError):
    sentence = (
        "{name} is funded with {held}, so its price stays. Drop it, which gives that back, and "
        "add one at the other price. Nothing was changed."
    )


class MilestoneNumberUnknown(DomainError):
    sentence = "There is no milestone {number} to change. One that is added gets the next number."


class NoMilestoneLeft(DomainError):
    sentence = "Keep at least one milestone, or give notice instead."
