"""What the books refuse."""

from marketplace.core.data.errors import DomainError


class Overdrawn(DomainError):
    sentence = "There is not enough money there for this."


class KeyReused(DomainError):
    sentence = "The key {key} already stands for another movement of money."
    status = 500
