"""How good an order is, judged by its first ten. Each is between 0 and 1.

A question that nothing answers is worth 1 where nothing is found, and 0 otherwise.
"""

import math
from collections.abc import Mapping, Sequence

SHOWN = 10


def recall(grades: Mapping[str, int], order: Sequence[str]) -> float:
    """How many of those that answer, at most ten, stand among the first ten."""
    if not grades:
        return float(not order)
    return sum(key in grades for key in order[:SHOWN]) / min(SHOWN, len(grades))


def ndcg(grades: Mapping[str, int], order: Sequence[str]) -> float:
    """Normalised discounted cumulative gain of 2^grade - 1 (Burges et al. 2005)."""
    if not grades:
        return float(not order)
    ideal = _gain(sorted(grades.values(), reverse=True)[:SHOWN])
    return _gain([grades.get(key, 0) for key in order[:SHOWN]]) / ideal


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
