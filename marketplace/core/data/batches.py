"""What an act leaves behind, its events and the jobs that it promises: one statement for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

Rows = dict[type[models.Model], list[models.Model]]

_waiting: ContextVar[Rows | None] = ContextVar("waiting", default=None)


@contextmanager
def batched() -> Iterator[None]:
    """Insert what is recorded and promised in the block at its end; nothing when it raises.

    A block inside another joins it. Nothing inside may look for these rows, or
    undo a part of the block and go on.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting: Rows = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for model, rows in waiting.items():
        model._default_manager.bulk_create(rows)


def add(row: models.Model) -> None:
    """Insert a new row, now or at the end of the block."""
    waiting = _waiting.get()
    if waiting is None:
        row.save(force_insert=True)
    else:
        waiting.setdefault(type(row), []).append(row)
