"""What an act makes Postgres read. Buffers do not depend on the machine."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Max, Model

Statement = tuple[Any, Any]
# What triggers call for each row.
REFRESH = {
    "projects_brief": "refresh_brief_entries",
    "accounts_freelancerprofile": "refresh_profile_entries",
}


class Cost(NamedTuple):
    buffers: int
    milliseconds: float


@contextmanager
def sent() -> Iterator[list[Statement]]:
    """Every statement that is sent meanwhile, with its parameters."""
    found: list[Statement] = []

    def note(execute: Callable[..., Any], query: Any, params: Any, many: bool, context: Any) -> Any:
        found.append((query, params))
        return execute(query, params, many, context)

    with connection.execute_wrapper(note):
        yield found


@contextmanager
def found_at_once(model: type[Model]) -> Iterator[None]:
    """The search takes up in one go what is made inside: one by one costs it much more."""
    newest = model._base_manager.aggregate(newest=Max("pk"))["newest"] or 0
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute(
            f"SELECT {REFRESH[table]}(array_agg(id)) FROM {table} WHERE id > %s", [newest]
        )


def explained(statement: Statement, options: str = "") -> dict[str, Any]:
    """What Postgres tells of a statement while it carries it out once more."""
    query, params = statement
    text = query if isinstance(query, str) else query.as_string(connection.connection)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON {options}) {text}", params)
        (found,) = cursor.fetchone()
    told: dict[str, Any] = (json.loads(found) if isinstance(found, str) else found)[0]
    return told


def buffers_of(plan: dict[str, Any]) -> int:
    """The shared buffers that a plan touched, those of its parts included."""
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def cost_of(act: Callable[[], Any]) -> Cost:
    """Buffers, and the time of planning and execution, of all queries that `act` sends."""
    with sent() as statements:
        act()
    told = [explained(statement) for statement in statements]
    return Cost(
        sum(buffers_of(one["Plan"]) for one in told),
        sum(one["Planning Time"] + one["Execution Time"] for one in told),
    )
