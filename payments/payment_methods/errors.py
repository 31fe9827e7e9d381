"""Why a saved method cannot be charged."""

from marketplace.core.data.errors import DomainError


class MethodNotUsable(DomainError):
    sentence = "{method} {reason}. Choose another payment method. Nothing was charged."


class NoMethodSaved(DomainError):
    sentence = "{organisation} has saved no payment method. Save one, or pay at the checkout."
