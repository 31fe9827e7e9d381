"""Reading one value by a unique key: in SQL, where it is asked with every act.

The ORM builds such a query anew each time, at eight times the cost of sending it.
"""

import functools
from typing import Any

from django.db import models

from marketplace.core.data.statements import Statement, send


def value_of(model: type[models.Model], name: str, **key: Any) -> Any:
    """The field `name` of the one row with this `key`, or None without one."""
    row = send([Statement(_selection(model, name, tuple(key)), list(key.values()))])
    return row[0] if row else None


@functools.cache
def _selection(model: type[models.Model], name: str, key: tuple[str, ...]) -> str:
    meta = model._meta
    places = " AND ".join(f'"{_column(meta, each)}" = %s' for each in key)
    return f'SELECT "{_column(meta, name)}" FROM "{meta.db_table}" WHERE {places}'  # noqa: S608


def _column(meta: Any, name: str) -> str:
    return str(meta.get_field(name).column)
