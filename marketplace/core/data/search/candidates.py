"""A bounded number of entries off each index, of which the best are kept.

Whatever is asked, the index of words and names gives at most `TAKEN` entries, newest first, and
that of vectors the `NEIGHBOURS` nearest, filters included; these are ranked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, F, Func, Q, QuerySet
from psycopg2 import sql

from marketplace.core.data.search.models import Entry
from marketplace.core.data.search.scores import Candidate

TAKEN = 300
# Two pages; each is read by way of some thirty that are none. Where filters leave too few of those
# that were seen, the index goes on until it has seen so many.
NEIGHBOURS, SEEN = 40, 200
BEST = ("-score", "-id")
STEPS = [digit * 10**n for n in range(15) for digit in (1, 2, 5)]

# Batches are older and larger from one to the next, and one is read only where those before it
# gave too little, and so is the rest. In each an index has no order: it gives any of its entries.
# (`id + 0`: Postgres would read the whole index of numbers for what the keys say already.)
TAKE = """
(
    (
        SELECT found.* FROM
            search_batches((SELECT max(id) FROM {entries})) batch,
            LATERAL (
                SELECT * FROM {entries}
                WHERE {condition} AND keys && batch.keys AND id + 0 < batch.below LIMIT {taken}
            ) found
    )
    UNION ALL
    (
        SELECT * FROM {entries}
        WHERE {condition} AND id + 0 < search_rest((SELECT max(id) FROM {entries})) LIMIT {taken}
    )
    LIMIT {taken}
)
"""
# The settings are told before the index is read, and hold for this statement alone.
NEAR = """
(
    WITH told AS MATERIALIZED (
        SELECT
            set_config('hnsw.ef_search', {neighbours}::text, true) AS breadth,
            set_config('hnsw.iterative_scan', 'relaxed_order', true),
            set_config('hnsw.max_scan_tuples', {seen}::text, true)
    )
    SELECT found.* FROM told, LATERAL (
        SELECT * FROM {entries} WHERE {condition}
        ORDER BY embedding <=> %(vector)s::halfvec LIMIT {neighbours}
    ) found
)
"""
QUESTION = "websearch_to_tsquery('english', search_question(%(text)s))"
NAMED = "(keys @> search_names(%(text)s) AND search_names(%(text)s) <> '{}')"
# A phrase needs its words; where they stand is asked only of what was taken.
WORDED = f"words @@ regexp_replace({QUESTION}::text, '<(-|[0-9]+)>', '&', 'g')::tsquery"
PHRASED = f"words @@ {QUESTION}"
COMPARISONS = {"gte": ">=", "lte": "<="}
CANDIDATES = """
SELECT DISTINCT
    {subject},
    8 * (keys @> ARRAY[search_named(%(text)s)])::int + 4 * {named}::int,
    CASE WHEN {phrased} THEN ts_rank(words, {question}, 32) END,
    coalesce(1 - (embedding <=> %(vector)s::halfvec), 0),
    ARRAY(SELECT key FROM unnest(keys) key WHERE split_part(key, ':', 1) = ANY (%(facets)s))
FROM ({taken}) taken WHERE {fits}
"""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Keys that an entry has all of, groups of which it has any, and bounds of its columns.

    Bounds are lookups (`price__lte`). Beside words they are asked of what was taken.
    """

    all_of: Sequence[str] = ()
    any_of: Sequence[Sequence[str]] = ()
    bounds: Mapping[str, Any] = field(default_factory=dict)

    def of(self, entry: str = "") -> Q:
        """As a condition of rows that reach their entry by `entry`, or of entries themselves."""
        condition = Q(**{f"{entry}{name}": value for name, value in self.bounds.items()})
        if self.all_of:
            condition &= Q(**{f"{entry}keys__contains": list(self.all_of)})
        for group in self.any_of:
            condition &= Q(**{f"{entry}keys__overlap": list(group)})
        return condition


def candidates(
    entries: type[Entry],
    subject: str,
    text: str,
    filters: Filters,
    *,
    vector: str | None,
    facets: Sequence[str],
) -> list[Candidate]:
    """What the indexes give for `text`, in no order; without a vector, by its words alone."""
    values: dict[str, Any] = {"text": text, "vector": vector, "facets": list(facets)}
    keys, bounds = _keys(filters, values), _bounds(filters, values)
    arms = [(TAKE, [WORDED, *keys])]
    if not is_exact(text):
        arms.append((TAKE, [NAMED, *keys]))
    if vector:
        arms.append((NEAR, ["told.breadth <> ''", *keys, *bounds]))
    taken = [_taken(entries, arm, conditions) for arm, conditions in arms]
    query = sql.SQL(CANDIDATES).format(
        subject=sql.Identifier(subject),
        named=sql.SQL(NAMED),
        phrased=sql.SQL(PHRASED),
        question=sql.SQL(QUESTION),
        taken=sql.SQL(" UNION ALL ").join(taken),
        fits=sql.SQL(" AND ").join(map(sql.SQL, [PHRASED if is_exact(text) else "TRUE", *bounds])),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return [Candidate(*row) for row in cursor.fetchall()]


def _taken(entries: type[Entry], arm: str, conditions: list[str]) -> sql.Composable:
    return sql.SQL(arm).format(
        entries=sql.Identifier(entries._meta.db_table),
        condition=sql.SQL(" AND ".join(conditions)),
        taken=sql.Literal(TAKEN),
        neighbours=sql.Literal(NEIGHBOURS),
        seen=sql.Literal(SEEN),
    )


def _keys(filters: Filters, values: dict[str, Any]) -> list[str]:
    """Conditions in SQL, whose values join `values`."""
    conditions = []
    if filters.all_of:
        values["all_of"] = list(filters.all_of)
        conditions.append("keys @> %(all_of)s::text[]")
    for number, group in enumerate(filters.any_of):
        values[f"any_{number}"] = list(group)
        conditions.append(f"keys && %(any_{number})s::text[]")
    return conditions


def _bounds(filters: Filters, values: dict[str, Any]) -> list[str]:
    conditions = []
    for name, value in filters.bounds.items():
        column, _, comparison = name.partition("__")
        values[name] = value
        conditions.append(f"{column} {COMPARISONS[comparison]} %({name})s")
    return conditions


def is_exact(text: str) -> bool:
    """Whether words are quoted or excluded: a name would bring back what is not wanted."""
    return re.search(r'(^|\s)-|"', text) is not None


def steps_from(amount: int) -> list[int]:
    """The steps (see `search_step`) of amounts that may be at least `amount`."""
    return [step for step in STEPS if step * 2.5 > amount]


def steps_to(amount: int) -> list[int]:
    """And of those that may be at most `amount`."""
    return [step for step in STEPS if step <= amount]


class _Score(Func):
    """What stands in the second array where the key stands in the first."""

    template = "(%(scores)s::bigint[])[array_position(%(keys)s::bigint[], %(expressions)s)]"
    output_field = BigIntegerField()


def with_scores(rows: QuerySet[Any], found: Sequence[tuple[int, int]]) -> QuerySet[Any]:
    """The rows that were found, with the `score` of each: `BEST` is their order."""
    keys, scores = [key for key, _ in found], [score for _, score in found]
    score = _Score(F("pk"), keys=f"ARRAY{keys}", scores=f"ARRAY{scores}")
    return rows.filter(pk__in=keys).annotate(score=score)
