"""What a page about money leads with: for each currency one figure, and where the rest is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marketplace.core.data.money import Money

# The place whose amount is named first: the nearest to the pocket that has any.
NEAREST_TO_PAYEE = ("available", "sent", "clearing", "in_review", "held", "to_fund", "paid")
NEAREST_TO_PAYER = ("held", "in_review", "processing", "to_fund", "paid", "refunded")


@dataclass(frozen=True, kw_only=True)
class Purse:
    """The money of one person or organisation in one currency."""

    place: str
    figure: Money
    parts: list[tuple[str, int]]
    # What can be paid out at once.
    available: Money


def purses(
    rails: Mapping[str, Iterable[tuple[str, int]]], nearest: Sequence[str]
) -> dict[str, Purse]:
    """By currency, from rails in minor units; `nearest` says which place leads."""
    return {currency: _purse(currency, dict(parts), nearest) for currency, parts in rails.items()}


def _purse(currency: str, parts: dict[str, int], nearest: Sequence[str]) -> Purse:
    place = next((name for name in nearest if parts.get(name)), nearest[0])
    return Purse(
        place=place,
        figure=Money(parts.get(place, 0), currency),
        parts=list(parts.items()),
        available=Money(parts.get("available", 0), currency),
    )
