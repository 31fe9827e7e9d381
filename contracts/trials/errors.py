"""Refusals that only a trial has, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class UnpaidTrial(DomainError):
    sentence = (
        "Nobody tries out for nothing here. Say what you pay for the trial: at least one hour at "
        "the freelancer’s rate."
    )
    status = 422


class TrialTooCheap(DomainError):
    sentence = (
        "{name} works for {rate} an hour, and {price} is less than one hour of that. Offer at "
        "least {rate}."
    )
    status = 422


class TrialTooLong(DomainError):
    sentence = (
        "A trial takes 1 to {hours} hours and 1 to {days} working days. Make the task smaller, or "
        "accept the proposal and make it a first milestone."
    )
    status = 422


class TrialIncomplete(DomainError):
    sentence = "Describe the task, and name at least one thing by which you will accept it."
    status = 422


class TooManyTrials(DomainError):
    sentence = (
        "{most} trials of this brief are offered or under way. Close one with your feedback, or "
        "withdraw an offer, before you offer another one."
    )


class AnotherTask(DomainError):
    sentence = (
        "Everybody who tries for this brief gets the same task, hours, days and criteria. Offer "
        "those of the trials that there are, unchanged."
    )


class TrialAlreadyOffered(DomainError):
    sentence = "{name} has a trial of this brief already. Compare the trials, or accept a proposal."


class ProposalDecided(DomainError):
    sentence = (
        "The proposal is “{state}”. A trial is offered from one that is submitted or on the "
        "shortlist."
    )


class TrialNotInReview(DomainError):
    sentence = "The trial is “{state}”, so there is nothing to review now."


class TrialNotOver(DomainError):
    sentence = "The trial is “{state}”. Feedback closes it: approve it with your words."


class NoRoundLeft(DomainError):
    sentence = (
        "Changes can be requested once, and that was done. Approve the trial with your feedback, "
        "or ask to cancel it."
    )


class FeedbackNeeded(DomainError):
    sentence = "Write what was good and what was missing: a trial is closed with written feedback."
    status = 422


class FeedbackGiven(DomainError):
    sentence = "Your organisation has given its feedback on this trial already."
