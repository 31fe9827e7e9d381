"""What the rules of API tokens refuse, in sentences for the person reading."""

from marketplace.core.data.errors import DomainError


class TokenNotLive(DomainError):
    sentence = "This token is already revoked or expired."
