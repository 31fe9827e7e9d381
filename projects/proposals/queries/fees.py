"""What a freelancer receives of a price. The contract freezes its own fee at signing."""

from dataclasses import dataclass

from django.conf import settings

from marketplace.core.data.money import Money


@dataclass(frozen=True)
class PriceSplit:
    """A price, the fee taken from it at release, and what is left for the freelancer."""

    price: Money
    fee: Money
    received: Money
    percent: str


def split_price(price: Money) -> PriceSplit:
    """Split by the platform's present fee, rounded half up to the minor unit."""
    basis_points = settings.PLATFORM_FEE_BASIS_POINTS
    fee = price.part(basis_points)
    return PriceSplit(
        price=price,
        fee=fee,
        received=price - fee,
        percent=f"{basis_points / 100:.2f}".rstrip("0").rstrip("."),
    )
