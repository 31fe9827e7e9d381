"""The weights of the search are those that the labelled set finds best, and are worth it."""

import pytest

from marketplace.core.data.search.scores import FITTED
from tests.relevance.fitting import EQUAL, answered, by, fit, halves, report, worth

LEAST = 80


@pytest.fixture
def asked(db):
    return answered()


def test_the_weights_are_those_of_the_fit(asked):
    ours, _ = halves(asked)
    assert len(asked) >= LEAST
    assert worth(ours, by(FITTED)) >= worth(ours, by(fit(ours))) - EQUAL


def test_on_the_other_half_they_are_no_worse_than_words_alone(asked):
    _, others = halves(asked)
    found = report(others, FITTED)
    ours, words = found["weighted sum"], found["words alone"]
    assert ours.recall >= words.recall
    assert ours.ndcg >= words.ndcg
