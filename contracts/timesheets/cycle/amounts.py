"""The money of a week: seconds by rate, rounded once for each rate.

The lines share it by the largest remainder, so that they add up to the total that both see.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marketplace.core.data.money import allocate

HOUR = 3_600


class Time(NamedTuple):
    """`seconds` at `rate`, in minor units for an hour."""

    rate: int
    seconds: int


def whole_of(times: Iterable[Time]) -> int:
    """Minor units of all of it, rounded half up for each rate."""
    return sum(_worth(rate, seconds) for rate, seconds in _by_rate(times).items())


def shares_of(times: Sequence[Time]) -> list[int]:
    """Minor units of each, in their order; they add up to `whole_of` exactly."""
    shares = [0] * len(times)
    for rate, seconds in _by_rate(times).items():
        places = [place for place, each in enumerate(times) if each.rate == rate]
        parts = allocate(_worth(rate, seconds), [times[place].seconds for place in places])
        for place, part in zip(places, parts, strict=True):
            shares[place] = part
    return shares


def seconds_for(amount: int, rate: int) -> int:
    """The whole seconds at `rate` that `amount` minor units still pay."""
    return max(amount, 0) * HOUR // rate


def _by_rate(times: Iterable[Time]) -> dict[int, int]:
    sums: dict[int, int] = defaultdict(int)
    for each in times:
        sums[each.rate] += each.seconds
    return sums


def _worth(rate: int, seconds: int) -> int:
    return (2 * rate * seconds + HOUR) // (2 * HOUR)
