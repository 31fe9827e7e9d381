"""How many of what was found have what a filter offers, counted no further than is cheap."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import QuerySet

from marketplace.core.data.search.models import Entry

# No more of what was found is read.
COUNTED = 1_000
TALLY = """
SELECT key, count(*), (SELECT count(*) FROM first) FROM first, unnest(keys) key
WHERE split_part(key, ':', 1) = ANY (%s) GROUP BY key
"""


@dataclass(frozen=True)
class Counts:
    """By key of an entry (“industry:retail”); `is_part` where there is more than was counted.

    `total` is of what was found, and one beyond what was counted where that is a part.
    """

    by_key: dict[str, int] = field(default_factory=dict)
    total: int = 0
    is_part: bool = False

    def told(self, key: str) -> str:
        """“12”, “12+”, or nothing where that might be wrong."""
        count = self.by_key.get(key, 0)
        if self.is_part:
            return f"{count:,}+" if count else ""
        return f"{count:,}"


UNCOUNTED = Counts(is_part=True)


def counts_of(keys: Sequence[Sequence[str]], *, is_part: bool) -> Counts:
    """Of what was read already."""
    by_key = Counter(key for some in keys for key in some)
    return Counts(dict(by_key), len(keys) + is_part, is_part)


def counted(entries: QuerySet[Entry], facets: Sequence[str]) -> Counts:
    """Of any `COUNTED` of the entries, by the facets that keys begin with."""
    query, values = entries.values("keys")[: COUNTED + 1].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"WITH first AS MATERIALIZED ({query}) {TALLY}", [*values, list(facets)])
        rows = cursor.fetchall()
    total = max((total for *_, total in rows), default=0)
    by_key = {key: min(count, COUNTED) for key, count, _ in rows}
    return Counts(by_key, total, is_part=total > COUNTED)
