"""Work outside the request: promised in a row, carried by Redis, acknowledged in the row.

`enqueue` writes an OutboxMessage in the caller's transaction. Every worker carries such
promises to the broker (outbox.py), so that no request waits for it, and carries again what
is not done in time: a lost broker or a killed worker delays work but never loses it. Every
job may run twice.
"""

import functools
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone
from kombu.exceptions import OperationalError

from marketplace.celery import app
from marketplace.core.data import batches
from marketplace.core.data.models import OutboxMessage

log = structlog.get_logger(__name__)

# A message that is not done this long after it was sent is sent again, ever later.
FIRST_RESEND = timedelta(seconds=30)
LONGEST_RESEND = timedelta(hours=1)


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


def send_again(messages: Sequence[OutboxMessage]) -> None:
    """Hurry messages that are not done, whenever they are due."""
    postpone(messages)
    send(*messages)


def postpone(messages: Sequence[OutboxMessage]) -> None:
    """Before they are sent, so that whoever dies in between only delays them."""
    for attempts in {message.attempts for message in messages}:
        alike = [message.pk for message in messages if message.attempts == attempts]
        wait = min(FIRST_RESEND * 2 ** min(attempts, 10), LONGEST_RESEND)
        OutboxMessage.objects.filter(pk__in=alike).update(
            attempts=attempts + 1, due_at=timezone.now() + wait
        )


def send(*messages: OutboxMessage) -> None:
    """Hand messages to the broker; when it is away, the rest waits until it is due again."""
    for message in messages:
        try:
            app.send_task(message.name, kwargs={"message_id": str(message.pk), **message.ids})
        except (OperationalError, OSError) as error:
            log.warning("broker away", job=message.name, error=str(error))
            return


def job(name: str, **options: Any) -> Callable[[Callable[..., None]], Any]:
    """Register a function as the Celery task `name` that acknowledges its outbox message."""

    def register(function: Callable[..., None]) -> Any:
        @shared_task(name=name, **options)
        @functools.wraps(function)
        def task(message_id: str | None = None, **ids: int | str) -> None:
            if message_id and _is_done(message_id):
                return
            try:
                function(**ids)
            except (Exception, SoftTimeLimitExceeded) as error:
                _settle(message_id, last_error=f"{type(error).__name__}: {error}")
                raise
            _settle(message_id, done_at=timezone.now(), last_error="")

        return task

    return register


def _is_done(message_id: str) -> bool:
    return OutboxMessage.objects.filter(pk=message_id, done_at__isnull=False).exists()


def _settle(message_id: str | None, **values: Any) -> None:
    if message_id:
        OutboxMessage.objects.filter(pk=message_id).update(**values)
