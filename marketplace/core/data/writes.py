"""Several rows in one round trip to the database.

A service that moves a state, records an event and promises jobs waits for the network and
for Django more than for Postgres. Inside `together` its writes wait for each other and are
sent as one script. Nothing inside may read what was written there.
"""

import functools
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

from marketplace.core.data.statements import Statement, send

# What the driver is given as it is: to have each field prepare its own cost more than sending.
PLAIN = frozenset({bool, datetime, int, str, type(None), uuid.UUID})
# More rows than these are seldom as many a second time.
FEW_ROWS = 4


class Columns:
    """Some columns of a table: their names, and what the driver is given for a row's values."""

    def __init__(self, model: type[models.Model], fields: Sequence[Any]) -> None:
        self.names = [f'"{each.column}"' for each in fields]
        self.insertion = f'INSERT INTO "{model._meta.db_table}" ({", ".join(self.names)})'
        self.places = f"({', '.join(['%s'] * len(fields))})"
        # A plain value of a JSON field is still to become JSON.
        self._fields = [
            (each.attname, each, frozenset() if isinstance(each, models.JSONField) else PLAIN)
            for each in fields
        ]

    def values(self, row: models.Model) -> list[Any]:
        database = connections[DEFAULT_DB_ALIAS]
        return [
            value
            if type(value := getattr(row, name)) in plain
            else each.get_db_prep_save(value, database)
            for name, each, plain in self._fields
        ]


@functools.cache
def columns_of(model: type[models.Model], names: tuple[str, ...]) -> Columns:
    """The columns of the named fields."""
    return Columns(model, [model._meta.get_field(name) for name in names])


@functools.cache
def all_columns(model: type[models.Model], *, has_key: bool) -> Columns:
    """Every column, that of the key only if it is given."""
    fields = model._meta.concrete_fields
    return Columns(model, [each for each in fields if has_key or not each.primary_key])


@dataclass
class _Insertion:
    """Rows of one table that go in by one statement."""

    columns: Columns
    rows: list[Sequence[Any]] = field(default_factory=list)

    def statement(self) -> Statement:
        values = ", ".join([self.columns.places] * len(self.rows))
        parameters = [value for row in self.rows for value in row]
        sql = f"{self.columns.insertion} VALUES {values}"
        return Statement(sql, parameters, is_common=len(self.rows) <= FEW_ROWS)


# What waits for the end of a `together` block.
_waiting: ContextVar[list[Statement | _Insertion] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Send every write of the block at its end; none of them when the block raises.

    A block inside another joins it. Rows of one table go in by one statement.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting: list[Statement | _Insertion] = []
    token = _waiting.set(waiting)
    try:
        yield
        if waiting:
            send(_taken(waiting))
    finally:
        _waiting.reset(token)


def write(sql: str, parameters: Sequence[Any]) -> None:
    """Run a statement whose answer nobody needs, now or at the end of the block."""
    with together():
        _waiting.get().append(Statement(sql, parameters))  # type: ignore[union-attr]


def answer(sql: str, parameters: Sequence[Any]) -> tuple[Any, ...]:
    """The row of a statement, which takes along whatever was written before it."""
    row = send([*_taken(_waiting.get() or []), Statement(sql, parameters)])
    assert row is not None
    return row


def insert(row: models.Model) -> None:
    """Write a new row. Its key is known afterwards only if it was given before."""
    columns = all_columns(type(row), has_key=row.pk is not None)
    with together():
        waiting: list[Any] = _waiting.get()  # type: ignore[assignment]
        begun = next((each for each in waiting if getattr(each, "columns", 0) is columns), None)
        if begun is None:
            begun = _Insertion(columns)
            waiting.append(begun)
        begun.rows.append(columns.values(row))
    row._state.adding = False
    row._state.db = DEFAULT_DB_ALIAS


def take_keys(model: type[models.Model], count: int) -> list[int]:
    """Keys for so many new rows, so that other rows can name them before they are written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _taken(waiting: list[Statement | _Insertion]) -> list[Statement]:
    taken = [each.statement() if isinstance(each, _Insertion) else each for each in waiting]
    waiting.clear()
    return taken
