"""Several rows in one round trip to the database.

A service that moves a state, records an event and promises jobs waits for the network and
for Django more than for Postgres. Inside `together` its writes wait for each other and are
sent as one script. Nothing inside may read what was written there.
"""

import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, models, router

# Statements and their parameters that wait for the end of a `together` block.
_waiting: ContextVar[list[tuple[str, Sequence[Any]]] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Send every write of the block at its end; none of them when the block raises.

    A block inside another joins it.
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
    if waiting is None:
        _send([(sql, parameters)])
    else:
        waiting.append((sql, parameters))


def answer(sql: str, parameters: Sequence[Any]) -> tuple[Any, ...]:
    """The row of a statement, which takes along whatever was written before it."""
    row = _send([*_taken(), (sql, parameters)], is_answered=True)
    assert row is not None
    return row


def insert(row: models.Model) -> None:
    """Write a new row. Its key is known afterwards only if it was given before."""
    sql, fields = _insertion(type(row), row.pk is not None)
    write(sql, [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields])
    row._state.adding = False
    row._state.db = router.db_for_write(type(row), instance=row)


@functools.cache
def _insertion(model: type[models.Model], has_key: bool) -> tuple[str, list[Any]]:
    fields = [field for field in model._meta.concrete_fields if has_key or not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    sql = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places})'  # noqa: S608
    return sql, fields


def _taken() -> list[tuple[str, Sequence[Any]]]:
    waiting = _waiting.get() or []
    taken = waiting.copy()
    waiting.clear()
    return taken


def _send(
    statements: Sequence[tuple[str, Sequence[Any]]], *, is_answered: bool = False
) -> tuple[Any, ...] | None:
    if not statements:
        return None
    script = "; ".join(sql for sql, _ in statements)
    with connection.cursor() as cursor:
        cursor.execute(script, [value for _, values in statements for value in values])
        return cursor.fetchone() if is_answered else None
