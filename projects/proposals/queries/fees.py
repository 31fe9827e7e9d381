"""What a freelancer receives of a price, by the fee that a contract of the two freezes.

This app sees neither fee schedules nor contracts, so whoever knows both registers here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from marketplace.core.data.money import Money
from projects.proposals.models.proposals import Proposal

RateSource = Callable[[Proposal], int]
_sources: list[RateSource] = []


def fee_rate(source: RateSource) -> RateSource:
    """Registers what knows the fee between the two of a proposal, in hundredths of a percent."""
    _sources.append(source)
    return source


@dataclass(frozen=True)
class PriceSplit:
    """A price, the fee taken from it at release, and what is left for the freelancer."""

    price: Money
    fee: Money
    basis_points: int

    @property
    def received(self) -> Money:
        return self.price - self.fee

    @property
    def percent(self) -> str:
        return f"{self.basis_points / 100:g}"


def split_price(amounts: Iterable[int], currency: str, *, basis_points: int) -> PriceSplit:
    """Split what is paid at once, in minor units; each fee is rounded by itself, as at release."""
    prices = [Money(amount, currency) for amount in amounts]
    nothing = Money(0, currency)
    fee = sum((price.part(basis_points) for price in prices), nothing)
    return PriceSplit(sum(prices, nothing), fee, basis_points)


def split_for(proposal: Proposal, amounts: Iterable[int], currency: str) -> PriceSplit:
    """Split what is paid at once between the freelancer of a proposal and the platform."""
    (rate_of,) = _sources
    return split_price(amounts, currency, basis_points=rate_of(proposal))
