"""Finding open briefs: filters first, then at most a few hundred candidates are ranked.

Full text finds the words in any form; trigrams find what full text misses through a typing
error (pg_trgm's word similarity). Both read an index, and only their candidates are scored.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import open_briefs, with_proposal_counts

CANDIDATES = 200
# From 0 to 1. At 0.5 “custmers” finds customers, and “price” nearly finds prize.
LEAST_LIKENESS = 0.5
# Shorter words resemble too much to be told apart by trigrams.
SHORTEST_WORD = 4
MOST_WORDS = 6
NEWEST = ("-published_at", "-id")
BEST = ("-score", "-id")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for; an empty value asks for nothing. `budget` is in minor units."""

    text: str = ""
    specialisms: list[str] = field(default_factory=list)
    industry: str = ""
    engagement_kind: str = ""
    currency: str = ""
    budget: int | None = None
    days: int | None = None


def find_briefs(wanted: Wanted) -> tuple[QuerySet[Brief], tuple[str, ...]]:
    """The open briefs that fit, and the keys that order them for `keyset_page`."""
    briefs = _filtered(wanted)
    if not wanted.text.strip():
        return with_proposal_counts(briefs), NEWEST
    return with_proposal_counts(_ranked(briefs, wanted.text.strip())), BEST


def _filtered(wanted: Wanted) -> QuerySet[Brief]:
    briefs = open_briefs()
    if wanted.specialisms:
        briefs = briefs.filter(specialisms__overlap=wanted.specialisms)
    for column in ("industry", "engagement_kind", "currency"):
        if value := getattr(wanted, column):
            briefs = briefs.filter(**{column: value})
    if wanted.budget is not None:
        briefs = briefs.filter(budget_max__gte=wanted.budget)
    if wanted.days:
        briefs = briefs.filter(published_at__gte=timezone.now() - timedelta(days=wanted.days))
    return briefs


def _ranked(briefs: QuerySet[Brief], text: str) -> QuerySet[Brief]:
    """`score`: full-text rank (0 to 1) weighs double the likeness of the words (0 to 1)."""
    query = SearchQuery(text, config="english", search_type="websearch")
    fits = Q(pk__in=briefs.filter(search=query).values("pk")[:CANDIDATES])
    if not _is_exact(text):
        fits |= Q(pk__in=briefs.filter(_resembles(text)).values("pk")[:CANDIDATES])
    rank = SearchRank(F("search"), query, normalization=32)
    likeness = TrigramWordSimilarity(text.lower(), "search_text")
    return briefs.filter(fits).annotate(
        score=Cast((rank * 2 + likeness) * 1_000_000, IntegerField())
    )


def _is_exact(text: str) -> bool:
    """Whether words are quoted or excluded: then likeness would bring back the unwanted."""
    return any(word[0] in '-"' for word in text.split())


def _resembles(text: str) -> Q:
    """Every longer word of `text` is much like some word of the brief."""
    words = [word for word in text.lower().split() if len(word) >= SHORTEST_WORD]
    condition = Q(search_text__trigram_word_similar=text.lower()) if not words else Q()
    for word in words[:MOST_WORDS]:
        condition &= Q(search_text__trigram_word_similar=word)
    return condition
