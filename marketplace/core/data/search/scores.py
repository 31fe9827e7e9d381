"""What makes a candidate stand above another: names, then words and meaning together."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Candidate:
    """What the indexes say of a subject.

    `name` is 0 where the name has not all that is asked for, and highest where it has nothing
    else; `words` is the rank of its full text, None where that has not all words; `nearness` is
    the cosine similarity of what it and the question mean, 0 where that is not asked. `facets`
    are those of the entry's keys that filters offer.
    """

    key: int
    name: int
    words: float | None
    nearness: float
    facets: list[str] = field(default_factory=list)

    @property
    def is_found(self) -> bool:
        """By its words or its name, and not by meaning alone."""
        return self.name > 0 or self.words is not None


@dataclass(frozen=True)
class Weights:
    """How much nearness counts beside the rank of words.

    What no word and no name found is left out below `lowest`: everything is near to something.
    """

    nearness: float
    lowest: float

    def score(self, candidate: Candidate) -> int:
        """In millionths. Any name stands above all words."""
        fused = (candidate.words or 0) + self.nearness * candidate.nearness
        return round(1_000_000 * (1_000 * candidate.name + fused))

    def accepts(self, candidate: Candidate) -> bool:
        return candidate.is_found or candidate.nearness >= self.lowest


# Fitted by tests/relevance/fitting.py, whose test fails where these are no longer its best.
FITTED = Weights(nearness=0.05, lowest=0.2)


def best(candidates: Iterable[Candidate], weights: Weights, *, most: int) -> list[tuple[int, int]]:
    """The keys of those that are accepted with their scores, best first, at most `most`."""
    scored = {one.key: weights.score(one) for one in candidates if weights.accepts(one)}
    return sorted(scored.items(), key=lambda pair: (-pair[1], -pair[0]))[:most]
