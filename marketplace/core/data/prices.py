"""What can be charged at once, by currency: the processor's own bounds.

Source: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
"""

from marketplace.core.data.errors import DomainError
from marketplace.core.data.money import Money

# Minor units. Of a currency that is not named here the processor alone knows the least.
LEAST = {"USD": 50, "EUR": 50, "GBP": 30, "JPY": 50}
# Eight digits, in every currency.
MOST_MINOR = 99_999_999


class PriceOutOfBounds(DomainError):
    sentence = "{what} is at least {least} and at most {most}: that is what one payment can carry."


def bounds_of(currency: str) -> tuple[Money, Money]:
    """The least and the most that one payment can carry."""
    return Money(LEAST.get(currency, 1), currency), Money(MOST_MINOR, currency)


def check_price(price: Money, *, what: str = "A price") -> None:
    """Raise PriceOutOfBounds for what nobody could ever pay for at the checkout."""
    least, most = bounds_of(price.currency)
    if not least.minor <= price.minor <= most.minor:
        raise PriceOutOfBounds(what=what, least=least, most=most)
