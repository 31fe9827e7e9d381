"""Refusals of the contract side, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class EarlierUnitUnfunded(DomainError):
    sentence = "Fund {name} first: {noun}s are funded in their order."

    @property
    def code(self) -> str:
        """Named after the kind of the unit."""
        return f"earlier_{self.facts['noun']}_unfunded"


class ForeignCriterion(DomainError):
    sentence = "Name an acceptance criterion of this {noun}."


class CriterionNamedTwice(DomainError):
    sentence = "Answer each acceptance criterion once."


class NothingMissed(DomainError):
    sentence = "Name at least one acceptance criterion that is not met."


class MissedWithoutReason(DomainError):
    sentence = "Say for each criterion that is not met what is missing."


class ChangeAlreadyAsked(DomainError):
    sentence = "You have already asked for another round on this submission."


class CancellationPending(DomainError):
    sentence = "The cancellation of {name} already waits for an answer."


class NotYoursToAnswer(DomainError):
    sentence = "The other side has to answer this."
    status = 403


class FreelancerNotSilent(DomainError):
    sentence = (
        "{name} was last active on {date}. Without an answer, you can take the money back "
        "from {free_on} on; before that, ask for a cancellation."
    )


class SilenceDecidesNothing(DomainError):
    sentence = (
        "{name} cannot act at the moment, because our staff suspended an account: no silence "
        "counts and nothing moves. A moderator decides how it goes on. Nothing was changed."
    )


class ReviewNotStandingStill(DomainError):
    sentence = "This review does not stand still: the client decides on it. Nothing was changed."


class WorkUndecided(DomainError):
    sentence = "{name} waits for a review. Decide it first, then terminate."


class PaymentUnderWay(DomainError):
    sentence = "A payment is being processed. Wait for its outcome, then try again."


class RefundNeedsSecondPerson(DomainError):
    sentence = (
        "It holds {held}, and more than {limit} is not refunded by one person alone. Have it "
        "refunded first, on the page of the money, where a second person approves; then terminate "
        "the contract. Nothing was changed."
    )
