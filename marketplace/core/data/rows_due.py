"""What the schedule finds due: one service call for each row."""

from collections.abc import Callable
from typing import Any

import structlog
from django.db.models import QuerySet

from marketplace.core.data.errors import DomainError

log = structlog.get_logger(__name__)
MOST_AT_ONCE = 500


def serve_each(rows: QuerySet[Any], serve: Callable[[Any], object]) -> None:
    """Call `serve` with each row, the oldest first.

    One that refuses or fails does not hold up the others: it comes again at the next run.
    """
    for row in rows.order_by("pk")[:MOST_AT_ONCE]:
        try:
            serve(row)
        except DomainError as refusal:
            log.warning("not served", row=str(row), pk=row.pk, sentence=refusal.sentence)
        except Exception:
            log.exception("failed", row=str(row), pk=row.pk)
