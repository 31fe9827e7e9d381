"""Work outside the request: promised in a row, carried by Redis, acknowledged in the row.

`enqueue` writes an OutboxMessage in the caller's transaction. Every worker carries such
promises to the broker (outbox.py), so that no request waits for it, and carries again what
is not done in time: a lost broker or a killed worker delays work but never loses it. Every
job may run twice.

Nothing here needs Celery, so that web processes, which only promise, do without it.
"""

import functools
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from marketplace.core.data import batches
from marketplace.core.data.models import OutboxMessage


class Job(NamedTuple):
    run: Callable[..., None]
    options: Mapping[str, Any]


registered: dict[str, Job] = {}


def enqueue(name: str, *, due_at: datetime | None = None, **ids: int | str) -> OutboxMessage:
    """Promise to run the job `name` with `ids` once this transaction has committed."""
    message = OutboxMessage(name=name, ids=ids, due_at=due_at or timezone.now())
    batches.add(message)
    return message


def enqueue_once(name: str, **ids: int | str) -> OutboxMessage:
    """The same promise, unless one is open already: that one is sent again when it is due."""
    still_open = OutboxMessage.objects.filter(name=name, ids=ids, done_at=None).first()
    return still_open or enqueue(name, due_at=None, **ids)


def is_promised(name: str, **ids: int | str) -> bool:
    """Whether such a job waits or runs."""
    return OutboxMessage.objects.filter(name=name, ids=ids, done_at=None).exists()


def hurry(messages: QuerySet[OutboxMessage]) -> int:
    """Make what is not done due now, whenever it was; returns how many."""
    return messages.filter(done_at=None).update(due_at=timezone.now())


def perform(message: OutboxMessage) -> None:
    """Do here and now what a message promises."""
    registered[message.name].run(message_id=str(message.pk), **message.ids)


def job(name: str, **options: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a function as the job `name`, which acknowledges its outbox message.

    Workers make a Celery task of it, with `options` (worker.py).
    """

    def register(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def run(message_id: str | None = None, **ids: int | str) -> None:
            if message_id and _is_done(message_id):
                return
            try:
                function(**ids)
            except Exception as error:
                _settle(message_id, last_error=f"{type(error).__name__}: {error}")
                raise
            _settle(message_id, done_at=timezone.now(), last_error="")

        registered[name] = Job(run, options)
        return run

    return register


def _is_done(message_id: str) -> bool:
    return OutboxMessage.objects.filter(pk=message_id, done_at__isnull=False).exists()


def _settle(message_id: str | None, **values: Any) -> None:
    if message_id:
        OutboxMessage.objects.filter(pk=message_id).update(**values)
