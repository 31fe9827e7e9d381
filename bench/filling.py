"""Many rows in minutes: some are written, the rest are newer copies, indexed afterwards."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Model

from marketplace.core.data.search.embedding import embed
from marketplace.core.data.search.models import Entry, KnownWord, count_words
from marketplace.core.data.search.vectors import DIMENSIONS

BATCH, WRITTEN = 1_000, 20_000
SPAN = timedelta(days=700)
AHEAD, LATER, COPY = "{} + %(ahead)s", "{} + %(later)s", "gen_random_uuid()"
KEYS = (
    "ARRAY(SELECT key FROM unnest(keys) key WHERE key NOT LIKE 'at:%%') "
    "|| search_blocks(id + %(ahead)s)"
)
# A copy means nearly what its original means: what is added to its vector is about 0.3 long.
NOISES = 997
NOISE = """
CREATE UNLOGGED TABLE bench_noise AS
SELECT number, array_agg((random() - 0.5) * 0.065)::halfvec AS noise
FROM generate_series(0, %s) number, generate_series(1, %s) GROUP BY number;
ALTER TABLE bench_noise ADD PRIMARY KEY (number)
"""
EMBEDDING = (
    "l2_normalize({} + (SELECT noise FROM bench_noise "
    f"WHERE number = (id * 31 + %(ahead)s * 17) %% {NOISES}))"
)
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique
"""


def fill(
    rows: int,
    write: Callable[[int, timedelta], Iterator[list[Any]]],
    refresh: str,
    copies: dict[type[Model], dict[str, str]],
    entries: type[Entry],
    words: type[KnownWord],
) -> None:
    """At most `WRITTEN` subjects of their own words by `write`, and copies of all their rows.

    `copies` says how each model's columns differ in a copy; the last one are the entries.
    """
    written = min(rows, WRITTEN)
    rounds = rows // written
    with connection.cursor() as cursor, unindexed(cursor, list(copies)):
        cursor.execute("SET session_replication_role = replica")
        for made in write(written, SPAN / rounds):
            cursor.execute(f"SELECT {refresh}(%s)", [[subject.pk for subject in made]])
        count_words(words, entries)
        embed(entries)
        cursor.execute(NOISE, [NOISES - 1, DIMENSIONS])
        for number in range(1, rounds):
            later = number * SPAN / rounds
            values = {"ahead": number * written, "later": later, "written": written}
            for model, others in copies.items():
                cursor.execute(_copy(model, others), values)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


@contextmanager
def unindexed(cursor: Any, models: Sequence[type[Model]]) -> Iterator[None]:
    """Building an index at the end is quicker than keeping it row by row."""
    tables = [model._meta.db_table for model in models]
    cursor.execute(INDEXES, [tables])
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    cursor.execute("SET maintenance_work_mem = '2GB'")
    for _, definition in indexes:
        cursor.execute(definition)


def _copy(model: type[Model], others: dict[str, str]) -> str:
    others = {"id": AHEAD} | others
    columns = [field.column for field in model._meta.concrete_fields]
    values = [others.get(name, "{}").format(name) for name in columns]
    table = model._meta.db_table
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM {table} WHERE id <= %(written)s ORDER BY id"
    )
