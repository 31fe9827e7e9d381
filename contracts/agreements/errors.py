"""Refusals of the contract side, each with the sentence for the person reading."""

from marketplace.core.data.errors import DomainError


class TermsReplaced(DomainError):
    sentence = (
        "Version {number} of the terms is in force now. Read it, then sign that version instead."
    )


class SignedAsAnother(DomainError):
    sentence = (
        "Your account is {account}’s, and you typed “{typed}”. Type that name, or say below that "
        "you sign as “{typed}”."
    )
    status = 422


class AlreadySigned(DomainError):
    sentence = "Version {number} is already signed for your side by {name}."


class TermsUnchanged(DomainError):
    sentence = "Nothing is different from version {number}. Change something, or sign it as it is."


class TermsOfAnotherKind(DomainError):
    sentence = "This is a contract of another kind ({kind}). Propose other terms of that kind."


class TrialTermsFixed(DomainError):
    sentence = (
        "The terms of a paid trial are the same for everybody who tries. Sign them, or end the "
        "offer and say why; the client can then make another one."
    )


class TermsTampered(DomainError):
    sentence = "The stored text does not match its SHA-256. Nothing was signed; support is told."


class DuePassed(DomainError):
    sentence = "{name} was due on {date}, which has passed. {what_to_do}"


class PayoutsOutOfReach(DomainError):
    sentence = (
        "Payouts do not reach banks in {country}, so what you earn could not be paid to you. "
        "Set up a payout account in a country that they reach, then sign."
    )


class CountryNeeded(DomainError):
    sentence = (
        "Say in your profile where you live, then sign: payouts do not reach every country, and "
        "nobody is to work for what could not be paid."
    )


class OfferLapsed(DomainError):
    sentence = "This offer lapsed on {date}. The client can make it again from the proposal."


class ContractNotRunning(DomainError):
    sentence = "The contract is “{state}”, so {act} is not possible now."
