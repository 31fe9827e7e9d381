"""What a page of the site reads, told by Postgres: it depends neither on the machine nor the load.

Rows are found as among a million, by an index where there is one: a table that is small enough to
be read whole would hide how the page grows.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test import Client

from tests.buffers import Statement, buffers_of, explained, sent

AS_AMONG_A_MILLION = """
    SET LOCAL enable_seqscan = off;
    SET LOCAL enable_hashjoin = off;
    SET LOCAL enable_mergejoin = off;
    SET LOCAL enable_memoize = off;
    SET LOCAL random_page_cost = 1.1
"""
# As few say nothing: a row more on the page, a leaf that is full.
FEW = 40


@dataclass(frozen=True)
class Read:
    """One statement: the shared buffers that it touched, and how often it looked into an index."""

    sql: str
    buffers: int
    looks: int


@dataclass(frozen=True)
class Reads:
    """All statements of one page."""

    each: list[Read]

    @property
    def buffers(self) -> int:
        return sum(read.buffers for read in self.each)

    @property
    def looks(self) -> int:
        return sum(read.looks for read in self.each)

    def beside(self, small: "Reads") -> str:
        """What the page reads more than among a tenth of the rows; empty for at most a tenth more.

        An index of ten times the rows is at most one level deeper, so each look may touch one
        page more, but there must not be more looks.
        """
        looks = 1.1 * small.looks + FEW
        if self.looks <= looks and self.buffers <= 1.1 * small.buffers + looks:
            return ""
        most = max(self.each, key=lambda read: read.buffers)
        told = f"buffers {small.buffers} → {self.buffers}, looks {small.looks} → {self.looks}"
        return f"{told}; most by {most.sql[:80]} …{most.sql[-200:]}"


def reads_of(browser: Client, path: str) -> Reads:
    """What a page reads, in order; the second time, without what is read once per process."""
    browser.get(path)
    with sent() as statements:
        assert browser.get(path).status_code == 200
    return Reads([_read(statement) for statement in statements if _only_reads(statement)])


def _only_reads(statement: Statement) -> bool:
    query, _ = statement
    return query.lstrip().startswith(("SELECT", "WITH")) and "FOR UPDATE" not in query


def _read(statement: Statement) -> Read:
    with connection.cursor() as cursor:
        cursor.execute(AS_AMONG_A_MILLION)
    plan = explained(statement, ", TIMING OFF")["Plan"]
    return Read(statement[0], buffers_of(plan), _looks(plan))


def _looks(plan: dict[str, Any]) -> int:
    own = plan["Actual Loops"] if "Index" in plan["Node Type"] else 0
    return int(plan.get("Index Searches", own)) + sum(map(_looks, plan.get("Plans", ())))
