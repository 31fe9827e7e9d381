"""Vectors without the model: quick ones, each its own, all of them near to one another."""

from django.db import connection

from marketplace.core.data.search.models import Entry
from marketplace.core.data.search.vectors import DIMENSIONS, vector_of

GIVE = """
UPDATE {entries} SET embedding = l2_normalize(
    %s::halfvec + (
        SELECT array_agg((random() - 0.5) * 0.1)::halfvec
        FROM generate_series(1, %s) WHERE id IS NOT NULL
    )
)
WHERE embedding IS NULL
"""


def without_the_dead(entries: type[Entry]) -> None:
    """Before the first entry: what other tests took back lies in the index, and costs it looks.

    Where people write, autovacuum does that.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"REINDEX INDEX {entries._meta.model_name}_near")


def give_vectors(entries: type[Entry], about: str = "metering of customers") -> None:
    """Around what `about` means, to all that have none.

    The index is made anew afterwards: to take up thousands one by one costs it much more.
    """
    index = f"{entries._meta.model_name}_near"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_indexdef(%s::regclass)", [index])
        (definition,) = cursor.fetchone()
        # An index with checks still to come cannot be dropped.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"DROP INDEX {index}")
        cursor.execute(GIVE.format(entries=entries._meta.db_table), [vector_of(about), DIMENSIONS])
        cursor.execute(definition)
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
