"""The hours of a period: what is included, what rolls over, what lapses; all in seconds.

Unused included hours roll over for one period, up to a quarter of what is included. Rolled ones
are spent first, and lapse with the period that they were rolled into (product.md, section 3).
"""

from typing import NamedTuple

# Of the included hours that may roll over: one in four.
ROLLED_SHARE = 4
HOUR = 3_600


class Hours(NamedTuple):
    """What a period has, and what of it was used."""

    included: int
    rolled: int
    used: int

    @property
    def available(self) -> int:
        return self.included + self.rolled

    @property
    def left(self) -> int:
        return max(self.available - self.used, 0)

    @property
    def rolled_left(self) -> int:
        """Of those that came from the period before, which are spent first."""
        return max(self.rolled - self.used, 0)

    @property
    def included_left(self) -> int:
        return self.left - self.rolled_left

    @property
    def rolls_over(self) -> int:
        """Into the next period."""
        return min(self.included_left, self.included // ROLLED_SHARE)

    @property
    def lapses(self) -> int:
        """At the end of this one."""
        return self.left - self.rolls_over
