"""What a search found, and what it looked for in place of what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from marketplace.core.data.search.candidates import (
    BEST,
    TAKEN,
    Filters,
    candidates,
    is_exact,
    with_scores,
)
from marketplace.core.data.search.counts import COUNTED, UNCOUNTED, Counts, counts_of
from marketplace.core.data.search.models import Entry, KnownWord
from marketplace.core.data.search.scores import FITTED, Candidate, best
from marketplace.core.data.search.spelling import corrected
from marketplace.core.data.search.vectors import vector_of


@dataclass(frozen=True, kw_only=True)
class Found:
    """Rows for `keyset_page` in the order of `keys`; `instead` is empty without a correction."""

    rows: QuerySet[Any]
    keys: Sequence[str]
    instead: str = ""
    # Of what filters offer; asked only by pages that show it.
    tally: Callable[[], Counts]
    cap: int = COUNTED
    # The keys of all rows with their scores, best first, where the order is that of the scores.
    ranked: Sequence[tuple[int, int]] = ()

    def part(self, begin: int, end: int) -> QuerySet[Any]:
        """Of `ranked`, the rows at these places."""
        return self.rows.filter(pk__in=[key for key, _ in self.ranked[begin:end]])

    @cached_property
    def counts(self) -> Counts:
        return self.tally()

    @property
    def count(self) -> int:
        """How many there are, counted no further than one beyond the cap."""
        return self.counts.total

    def none(self) -> "Found":
        """Nothing, where the question was refused."""
        return Found(rows=self.rows.none(), keys=self.keys, tally=lambda: UNCOUNTED)


@dataclass(frozen=True, kw_only=True)
class Index:
    """Where subjects are found: their entries, the entry's field of them, the known words.

    `facets` are what keys that filters offer begin with.
    """

    entries: type[Entry]
    subject: str
    words: type[KnownWord]
    facets: Sequence[str]

    def find(self, rows: QuerySet[Any], text: str, filters: Filters, *, is_literal: bool) -> Found:
        """The rows that `text` finds, best first, by its words and by what it means."""
        searched, found = self.understood(text, filters, is_literal=is_literal)
        pairs = best(found, FITTED, most=TAKEN)
        facets = {one.key: one.facets for one in found}
        is_part = len(pairs) == TAKEN
        return Found(
            rows=with_scores(rows, pairs),
            keys=BEST,
            instead=searched if searched != text else "",
            tally=lambda: counts_of([facets[key] for key, _ in pairs], is_part=is_part),
            cap=TAKEN,
            ranked=pairs,
        )

    def understood(
        self, text: str, filters: Filters, *, is_literal: bool = False
    ) -> tuple[str, list[Candidate]]:
        """What is searched in place of `text`, and what the indexes give for it, in no order.

        Misspelt words are corrected unless `is_literal`. A correction by which no word is found
        was none: nobody here may use “attrition”, and it is no mistake for attribution. What is
        quoted or excluded is found by words alone.
        """
        searched = text if is_literal else corrected(text, self.words)
        found = self._candidates(searched, filters)
        if searched != text and not any(one.is_found for one in found):
            return text, self._candidates(text, filters)
        return searched, found

    def _candidates(self, text: str, filters: Filters) -> list[Candidate]:
        vector = None if is_exact(text) else vector_of(text)
        subject = f"{self.subject}_id"
        return candidates(self.entries, subject, text, filters, vector=vector, facets=self.facets)
