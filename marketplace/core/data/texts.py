"""What JSON can say and we cannot keep: it comes from outside, so it may be anything."""

import re
from typing import Any

# Deeper than any body of ours, and far from where Python stops.
DEEPEST = 32
# PostgreSQL keeps neither NUL nor half a surrogate pair.
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")
NOT_A_NUMBER = {float("inf"), float("-inf")}


class Unkeepable(ValueError):
    """Says in a sentence why the value cannot be kept."""


def check_keepable(value: Any) -> None:
    """Raise Unkeepable if decoded JSON holds what the database cannot keep, at any depth."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if depth > DEEPEST:
            raise Unkeepable("The JSON is nested too deeply.")
        if isinstance(item, str) and UNKEEPABLE.search(item):
            raise Unkeepable("The JSON holds a character that cannot be kept (NUL or a surrogate).")
        if isinstance(item, float) and (item != item or item in NOT_A_NUMBER):
            raise Unkeepable("The JSON holds a number that is none (NaN or Infinity).")
        if isinstance(item, dict):
            waiting += [(part, depth + 1) for pair in item.items() for part in pair]
        elif isinstance(item, list):
            waiting += [(part, depth + 1) for part in item]
