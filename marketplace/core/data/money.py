"""Amounts: integers in the minor unit of an ISO 4217 currency. No floats anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from moneyed import Money as MajorMoney
from moneyed import get_currency
from moneyed.l10n import format_money

from marketplace.core.data.errors import DomainError


class CurrencyMismatch(DomainError):
    sentence = "Amounts in {left} and {right} cannot be put together."


def exponent(currency: str) -> int:
    """Digits of the minor unit by ISO 4217: 2 for USD, 0 for JPY."""
    return len(str(get_currency(currency).sub_unit)) - 1


@dataclass(frozen=True, order=False)
class Money:
    """`minor` units of `currency`, for example Money(420000, "USD") for 4,200.00 USD."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.minor, int):
            raise TypeError("Money is made of whole minor units")

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(left=self.currency, right=other.currency)

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same(other)
        return self.minor < other.minor

    def __bool__(self) -> bool:
        return self.minor != 0

    @property
    def major(self) -> Decimal:
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    def __str__(self) -> str:
        return f"{self.major:,.{exponent(self.currency)}f} {self.currency}"

    def localised(self, locale: str) -> str:
        """For a person's locale, by the Unicode CLDR patterns."""
        return format_money(MajorMoney(self.major, self.currency), locale=locale)

    def part(self, basis_points: int) -> "Money":
        """The share of `basis_points` in 10 000, rounded half up to the minor unit."""
        return Money((self.minor * basis_points + 5_000) // 10_000, self.currency)

    def allocate(self, weights: Sequence[int]) -> list["Money"]:
        """Split without losing a minor unit, by the largest remainder method (Hamilton)."""
        return [Money(share, self.currency) for share in allocate(self.minor, weights)]


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Whole shares of `total` in proportion to `weights`; ties go to the earlier one."""
    whole = sum(weights)
    if total < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError("allocate needs a total >= 0 and weights >= 0 with a positive sum")
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda index: -remainders[index])
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares
