"""What the rules of profiles refuse, in sentences for the person reading."""

from marketplace.core.data.errors import DomainError


class ProfileExists(DomainError):
    sentence = "You already have a freelancer profile. Edit it instead."
