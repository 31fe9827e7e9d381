"""A made-up language whose words are as skewed as a real one's."""

import random
from collections.abc import Callable
from typing import Any

SYLLABLES = [first + vowel for first in "bcdfghklmnprstvz" for vowel in "aeiou"]
VOCABULARY = 30_000

rng = random.Random(7)


def vocabulary() -> list[str]:
    """The commonest word first; each of three syllables and an ending that no stemmer cuts."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(rng.choices(SYLLABLES, k=rng.choice((3, 4)))) + rng.choice("kmnx")] = None
    return list(words)


def skewed(things: list[Any], flat: float = 1) -> Callable[[int], list[Any]]:
    """Draws of which the n-th thing is one in about n + `flat`, as words in a language are."""
    total, sums = 0.0, []
    for number in range(len(things)):
        sums.append(total := total + 1 / (number + flat))
    return lambda count: rng.choices(things, cum_weights=sums, k=count)


def texts(words: list[str], samples: int) -> dict[str, list[str]]:
    """By the name of its shape, what is asked, in several samples."""
    n = range(samples)
    common, middle = words[:samples], words[250 : 250 + samples]
    rare = words[20_000 : 20_000 + samples]
    return {
        "a common word": common,
        "a middle word": middle,
        "a rare word": rare,
        "three words": [f"{common[k]} {middle[k]} {middle[-k - 1]}" for k in n],
        "a misspelt word": [word[:2] + word[3] + word[2] + word[4:] for word in middle],
        # No subject has all of them, so that only vectors find.
        "vector": [" ".join(words[10_000 + 9 * k : 10_009 + 9 * k]) for k in n],
    }
