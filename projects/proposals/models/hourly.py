"""What work by the hour costs."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.core.data.money import Money

MOST_WEEKLY_HOURS = 80


@dataclass(frozen=True, kw_only=True)
class HourlyPrice:
    """An hour's rate, and the most hours of a calendar week; a draft may lack any part.

    `waiting_rate` is paid for an hour in which a machine works and the freelancer waits for it.
    """

    rate: Money | None
    weekly_hours: int | None
    waiting_rate: Money | None

    unit = "an hour"

    @classmethod
    def of(cls, currency: str, stated: Mapping[str, int | None]) -> "HourlyPrice":
        """From minor units and hours by the names of the fields; what is left out is not stated."""

        def amount(name: str) -> Money | None:
            minor = stated.get(name)
            return None if minor is None else Money(minor, currency)

        return cls(
            rate=amount("rate"),
            weekly_hours=stated.get("weekly_hours"),
            waiting_rate=amount("waiting_rate"),
        )

    @property
    def each(self) -> Money | None:
        """Of one `unit`."""
        return self.rate

    @property
    def whole(self) -> Money | None:
        """What is paid at once."""
        return self.week

    @property
    def week(self) -> Money | None:
        """A full week, which is the most that one week costs."""
        if self.rate is None or self.weekly_hours is None:
            return None
        return Money(self.rate.minor * self.weekly_hours, self.rate.currency)

    @property
    def limit_words(self) -> str:
        """The most of a week: hours, and what they cost."""
        if self.week is None:
            return ""
        hours = "1 hour" if self.weekly_hours == 1 else f"{self.weekly_hours} hours"
        return f"at most {hours} a week (at most {self.week} a week)"

    def __str__(self) -> str:
        return f"{self.rate} an hour, {self.limit_words}" if self.week else "no price yet"
