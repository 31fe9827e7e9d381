"""Several rows in one round trip to the database.

A service that moves a state, records an event and promises jobs waits for the network and
for Django more than for Postgres. Inside `together` its writes wait for each other and are
sent as one script. Nothing inside may read what was written there.
"""

import functools
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

PLAIN = frozenset({bool, datetime, int, str, type(None), uuid.UUID})


@dataclass
class _Statement:
    """SQL and its parameters; an insertion has those of several rows."""

    sql: str
    rows: list[Sequence[Any]] = field(default_factory=list)
    is_insertion: bool = False

    def __str__(self) -> str:
        if not self.is_insertion:
            return self.sql
        places = ", ".join(["%s"] * len(self.rows[0]))
        return f"{self.sql} VALUES " + ", ".join([f"({places})"] * len(self.rows))


# What waits for the end of a `together` block.
_waiting: ContextVar[list[_Statement] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Send every write of the block at its end; none of them when the block raises.

    A block inside another joins it. Rows of one table go in by one statement.
    """
    if _waiting.get() is not None:
        yield
        return
    token = _waiting.set([])
    try:
        yield
        _send(_taken())
    finally:
        _waiting.reset(token)


def write(sql: str, parameters: Sequence[Any]) -> None:
    """Run a statement whose answer nobody needs, now or at the end of the block."""
    waiting = _waiting.get()
    statement = _Statement(sql, [parameters])
    if waiting is None:
        _send([statement])
    else:
        waiting.append(statement)


def answer(sql: str, parameters: Sequence[Any]) -> tuple[Any, ...]:
    """The row of a statement, which takes along whatever was written before it."""
    row = _send([*_taken(), _Statement(sql, [parameters])], is_answered=True)
    assert row is not None
    return row


def insert(row: models.Model) -> None:
    """Write a new row. Its key is known afterwards only if it was given before."""
    sql, fields = _insertion(type(row), row.pk is not None)
    values = prepared(row, fields)
    with together():
        waiting = _waiting.get() or []
        begun = next((each for each in waiting if each.is_insertion and each.sql == sql), None)
        if begun is None:
            begun = _Statement(sql, is_insertion=True)
            _waiting.get().append(begun)  # type: ignore[union-attr]
        begun.rows.append(values)
    row._state.adding = False
    row._state.db = DEFAULT_DB_ALIAS


def prepared(row: models.Model, fields: Iterable[Any]) -> list[Any]:
    """What the driver is given for the fields of a row.

    Plain values go as they are: the driver knows them, and to have each prepared by its field
    cost more than sending them all.
    """
    database = connections[DEFAULT_DB_ALIAS]
    values = [each.pre_save(row, True) for each in fields]
    return [
        value
        if type(value) in PLAIN and not isinstance(each, models.JSONField)
        else each.get_db_prep_save(value, database)
        for each, value in zip(fields, values, strict=True)
    ]


@functools.cache
def _insertion(model: type[models.Model], has_key: bool) -> tuple[str, list[Any]]:
    fields = [each for each in model._meta.concrete_fields if has_key or not each.primary_key]
    columns = ", ".join(f'"{each.column}"' for each in fields)
    return f'INSERT INTO "{model._meta.db_table}" ({columns})', fields


def take_keys(model: type[models.Model], count: int) -> list[int]:
    """Keys for so many new rows, so that other rows can name them before they are written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _taken() -> list[_Statement]:
    waiting = _waiting.get() or []
    taken = waiting.copy()
    waiting.clear()
    return taken


def _send(statements: Sequence[_Statement], *, is_answered: bool = False) -> tuple[Any, ...] | None:
    if not statements:
        return None
    script = "; ".join(map(str, statements))
    parameters = [value for each in statements for row in each.rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(script, parameters)
        return cursor.fetchone() if is_answered else None
