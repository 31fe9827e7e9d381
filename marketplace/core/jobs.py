"""Work outside the request: promised in a row, carried by Redis, acknowledged in the row.

`enqueue` writes an OutboxMessage in the caller's transaction and sends it to the broker
after commit. A job marks its message done; `sweep` sends again what is overdue, so that a
lost broker or a killed worker delays work but never loses it. Every job may run twice.
"""

import functools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from marketplace.celery import app
from marketplace.core.models import OutboxMessage

log = structlog.get_logger(__name__)

# A message that is not done this long after it was sent is sent again, ever later.
FIRST_RESEND = timedelta(seconds=30)
LONGEST_RESEND = timedelta(hours=1)
SWEEP_SIZE = 500


def enqueue(name: str, *, due_at: datetime | None = None, **ids: int | str) -> OutboxMessage:
    """Promise to run the job `name` with `ids` once this transaction has committed."""
    message = OutboxMessage.objects.create(name=name, ids=ids, due_at=due_at or timezone.now())
    if due_at is None:
        transaction.on_commit(functools.partial(send, message), robust=True)
    return message


def enqueue_once(name: str, **ids: int | str) -> OutboxMessage:
    """The same promise, unless one is open already: that one is sent again when it is due."""
    still_open = OutboxMessage.objects.filter(name=name, ids=ids, done_at=None).first()
    return still_open or enqueue(name, due_at=None, **ids)


def send(message: OutboxMessage) -> None:
    """Hand one message to the broker; a broker that is away is no error, the sweep comes back."""
    message.attempts += 1
    wait = min(FIRST_RESEND * 2 ** min(message.attempts - 1, 10), LONGEST_RESEND)
    OutboxMessage.objects.filter(pk=message.pk).update(
        attempts=message.attempts, due_at=timezone.now() + wait
    )
    try:
        app.send_task(message.name, kwargs={"message_id": str(message.pk), **message.ids})
    except (OperationalError, OSError) as error:
        log.warning("broker away", job=message.name, error=str(error))


def sweep() -> int:
    """Send every overdue message again; returns how many."""
    with transaction.atomic():
        overdue = list(
            OutboxMessage.objects.filter(done_at=None, due_at__lte=timezone.now())
            .order_by("due_at")
            .select_for_update(skip_locked=True)[:SWEEP_SIZE]
        )
        for message in overdue:
            transaction.on_commit(functools.partial(send, message), robust=True)
    return len(overdue)


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
