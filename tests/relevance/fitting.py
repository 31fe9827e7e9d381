"""Weights that order the labelled set best, and what they are worth beside other ways.

Fitted on every second question, reported on the others: `python -m bench.relevance`.
"""

import itertools
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from accounts.directory.queries.directory import PROFILES
from marketplace.core.data.search.candidates import TAKEN, Filters
from marketplace.core.data.search.finding import Index
from marketplace.core.data.search.scores import Candidate, Weights, best
from projects.search.queries import BRIEFS
from tests.relevance import judged_briefs, judged_freelancers
from tests.relevance.market import tell_briefs, tell_freelancers
from tests.relevance.measures import ndcg, recall
from tests.relevance.shapes import Judged

NEARNESS = [step / 20 for step in range(1, 21)]
LOWEST = [step / 50 for step in range(5, 26)]
# Two that differ by less order a set of this size equally well.
EQUAL = 0.002
# Of Cormack, Clarke and Büttcher, 2009.
RRF = 60
WORDS_ALONE = Weights(nearness=0, lowest=2)
Order = Callable[[Sequence[Candidate]], list[int]]


@dataclass(frozen=True)
class Answered:
    """A question with all that the indexes gave for it."""

    judged: Judged
    candidates: list[Candidate]
    keys: dict[int, str]

    def worth(self, measure: Callable[..., float], order: Order) -> float:
        return measure(self.judged.grades, [self.keys[pk] for pk in order(self.candidates)])


def answered() -> list[Answered]:
    """Every question, asked of an empty database that is filled for it."""
    return [
        *_answered(BRIEFS, tell_briefs(), judged_briefs.JUDGED),
        *_answered(PROFILES, tell_freelancers(), judged_freelancers.JUDGED),
    ]


def _answered(index: Index, keys: dict[int, str], judged: Sequence[Judged]) -> Iterator[Answered]:
    for one in judged:
        _, found = index.understood(one.text, Filters())
        yield Answered(one, found, keys)


def halves(asked: Sequence[Answered]) -> tuple[Sequence[Answered], Sequence[Answered]]:
    """To fit on, and to report on."""
    return asked[::2], asked[1::2]


def by(weights: Weights) -> Order:
    return lambda candidates: [key for key, _ in best(candidates, weights, most=TAKEN)]


def by_nearness(candidates: Sequence[Candidate]) -> list[int]:
    return [one.key for one in sorted(candidates, key=lambda one: -one.nearness)]


def by_reciprocal_ranks(candidates: Sequence[Candidate]) -> list[int]:
    """Reciprocal rank fusion of the order of words and the order of vectors."""
    orders = [by(WORDS_ALONE)(candidates), by_nearness(candidates)]
    scores: dict[int, float] = {}
    for order in orders:
        for place, key in enumerate(order, start=1):
            scores[key] = scores.get(key, 0) + 1 / (RRF + place)
    return sorted(scores, key=lambda key: -scores[key])


def mean(asked: Sequence[Answered], order: Order, measure: Callable[..., float] = ndcg) -> float:
    return statistics.mean(one.worth(measure, order) for one in asked)


def worth(asked: Sequence[Answered], order: Order) -> float:
    """Each kind of question counts alike, however many there are of it."""
    kinds = {one.judged.kind for one in asked}
    alike = [[one for one in asked if one.judged.kind == kind] for kind in kinds]
    return statistics.mean(mean(some, order) for some in alike)


def fit(asked: Sequence[Answered]) -> Weights:
    """Of those that are equally good, what leaves out least, and then what changes least."""
    tried = {
        weights: worth(asked, by(weights))
        for weights in (Weights(*pair) for pair in itertools.product(NEARNESS, LOWEST))
    }
    good = max(tried.values()) - EQUAL
    fitting = [weights for weights, value in tried.items() if value >= good]
    return min(fitting, key=lambda weights: (weights.lowest, weights.nearness))


class Worth(NamedTuple):
    """Recall and nDCG at ten where there is an answer; how often nothing is found elsewhere."""

    recall: float
    ndcg: float
    refused: float


def report(asked: Sequence[Answered], weights: Weights) -> dict[str, Worth]:
    """What each way of ordering is worth."""
    ways: dict[str, Order] = {
        "words alone": by(WORDS_ALONE),
        "vectors alone": by_nearness,
        "reciprocal ranks": by_reciprocal_ranks,
        "the same, as selective": lambda found: by_reciprocal_ranks(
            [one for one in found if weights.accepts(one)]
        ),
        "weighted sum": by(weights),
    }
    answerable = [one for one in asked if one.judged.grades]
    others = [one for one in asked if not one.judged.grades]
    return {
        name: Worth(mean(answerable, way, recall), mean(answerable, way), mean(others, way))
        for name, way in ways.items()
    }
