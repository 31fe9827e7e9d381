"""SQL that every act sends, in one round trip and planned once for each connection.

The planner took a third of the database's time for a release. A statement that a connection
has sent a few times is prepared on it, and from then on only executed. This is done only on
connections that are kept (`DATABASE_CONN_MAX_AGE`): between others, a pool in transaction mode
among them, there is nothing to remember.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections

# Times that a connection sends a statement before it is worth preparing.
PREPARED_AFTER = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with a `%s` for each of its parameters and no other percent sign.

    One of a shape that seldom comes again, such as many rows at once, is never prepared.
    """

    sql: str
    parameters: Sequence[Any]
    is_common: bool = True


@dataclass
class _Prepared:
    """What one connection was sent: how often, and how it executes what it has prepared."""

    sent: Counter[str] = field(default_factory=Counter)
    executions: dict[str, str] = field(default_factory=dict)
    number: int = 0

    def script_of(self, statement: Statement, learnt: dict[str, str]) -> str:
        """What to send for a statement; adds to `learnt` what is known once it went through."""
        sql = statement.sql
        if sql in self.executions:
            return self.executions[sql]
        self.sent[sql] += statement.is_common
        return sql if self.sent[sql] <= PREPARED_AFTER else self._prepare(sql, learnt)

    def _prepare(self, sql: str, learnt: dict[str, str]) -> str:
        # The script may fail after this was prepared: a name is never taken again.
        self.number += 1
        name = f"act_{self.number}"
        first, *others = sql.split("%s")
        numbered = first + "".join(f"${at}{text}" for at, text in enumerate(others, start=1))
        places = f" ({', '.join(['%s'] * len(others))})" if others else ""
        learnt[sql] = f"EXECUTE {name}{places}"
        return f"PREPARE {name} AS {numbered}; {learnt[sql]}"


_by_connection: WeakKeyDictionary[Any, _Prepared] = WeakKeyDictionary()


def send(statements: Sequence[Statement]) -> tuple[Any, ...] | None:
    """Run statements in one round trip, all of them or none; the row of the last, if it has one."""
    parameters = [value for each in statements for value in each.parameters]
    database = connections[DEFAULT_DB_ALIAS]
    learnt: dict[str, str] = {}
    with database.cursor() as cursor:
        prepared = _prepared_on(database)
        script = "; ".join([prepared.script_of(each, learnt) for each in statements])
        cursor.execute(script, parameters)
        prepared.executions |= learnt
        return cursor.fetchone() if cursor.description else None


def _prepared_on(database: Any) -> _Prepared:
    if database.settings_dict["CONN_MAX_AGE"] == 0:
        return _Prepared()
    found = _by_connection.get(database.connection)
    if found is None:
        found = _by_connection[database.connection] = _Prepared()
    return found
