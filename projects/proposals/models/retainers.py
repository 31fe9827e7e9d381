"""What a retainer costs, and what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marketplace.core.data.money import Money

MOST_PERIOD_HOURS = 200
MOST_OUTCOMES = 10


@dataclass(frozen=True, kw_only=True)
class RetainerPrice:
    """The fee of a month, with hours or named outcomes in it; a draft may lack any part."""

    fee: Money | None
    hours: int | None
    outcomes: tuple[str, ...]

    unit = "a month"

    @classmethod
    def of(cls, currency: str, stated: Mapping[str, Any]) -> "RetainerPrice":
        """From minor units, hours and lines by the names of the fields."""
        fee = stated.get("period_fee")
        lines = (stated.get("period_outcomes") or "").splitlines()
        return cls(
            fee=None if fee is None else Money(fee, currency),
            hours=stated.get("included_hours"),
            outcomes=tuple(line.strip() for line in lines if line.strip()),
        )

    @property
    def each(self) -> Money | None:
        """Of one `unit`."""
        return self.fee

    @property
    def whole(self) -> Money | None:
        """What is paid at once."""
        return self.fee

    @property
    def limit_words(self) -> str:
        """What is in it."""
        if self.hours:
            return "1 hour included" if self.hours == 1 else f"{self.hours} hours included"
        named = len(self.outcomes)
        return f"{named} named outcome{'' if named == 1 else 's'}" if named else ""

    def __str__(self) -> str:
        if self.fee is None:
            return "no price yet"
        return ", ".join(filter(None, (f"{self.fee} a month", self.limit_words)))
