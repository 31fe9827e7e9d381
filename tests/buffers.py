"""What an act makes Postgres read. Buffers do not depend on the machine."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import connection


class Cost(NamedTuple):
    buffers: int
    milliseconds: float


def cost_of(act: Callable[[], Any]) -> Cost:
    """Buffers, and the time of planning and execution, of all queries that `act` sends."""
    sent: list[tuple[Any, Any]] = []

    def note(execute: Any, query: Any, params: Any, many: bool, context: Any) -> Any:
        sent.append((query, params))
        return execute(query, params, many, context)

    with connection.execute_wrapper(note):
        act()
    costs = [_explained(query, params) for query, params in sent]
    return Cost(sum(cost.buffers for cost in costs), sum(cost.milliseconds for cost in costs))


def _explained(query: Any, params: Any) -> Cost:
    text = query if isinstance(query, str) else query.as_string(connection.connection)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {text}", params)
        (told,) = cursor.fetchone()[0]
    plan = told["Plan"]
    buffers = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    return Cost(buffers, told["Planning Time"] + told["Execution Time"])
