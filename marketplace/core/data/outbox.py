"""From the outbox to the broker's queue: what is due, while there is room, and nothing twice.

The queue is kept short. What it has no room for waits in Postgres, so that little is sent
anew when Redis is emptied; and to see what it holds is cheap.
"""

import base64
import json
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError
from redis import Redis

from marketplace.celery import app
from marketplace.core.data.models import OutboxMessage

log = structlog.get_logger(__name__)

# A message that is not done this long after it was sent is sent again, ever later.
FIRST_RESEND = timedelta(seconds=30)
LONGEST_RESEND = timedelta(hours=1)
# More than all workers do between two looks of the relay.
QUEUE_LENGTH = 500


def sweep() -> int:
    """Send the messages that are due, as many as the queue has room for; returns how many.

    Each is due again later, unless it still waits in the queue by then: what was taken out, or
    was lost with Redis, is sent anew. Raises RedisError when the broker is away.
    """
    waiting = _waiting_in_queue()
    with transaction.atomic():
        _put_off([message for message in waiting if message])
        due = OutboxMessage.objects.filter(done_at=None, due_at__lte=timezone.now())
        room = max(QUEUE_LENGTH - len(waiting), 0)
        messages = list(due.order_by("due_at").select_for_update(skip_locked=True)[:room])
        _postpone(messages)
    _send(messages)
    return len(messages)


def _put_off(waiting: list[str]) -> None:
    """A while before they are due, so that what is taken out next has time to be done."""
    now = timezone.now()
    soon = OutboxMessage.objects.filter(pk__in=waiting, due_at__lt=now + FIRST_RESEND / 2)
    free = soon.select_for_update(skip_locked=True).values("pk")
    OutboxMessage.objects.filter(pk__in=free).update(due_at=now + FIRST_RESEND)


def _postpone(messages: Sequence[OutboxMessage]) -> None:
    """Before they are sent, so that whoever dies in between only delays them."""
    for attempts in {message.attempts for message in messages}:
        alike = [message.pk for message in messages if message.attempts == attempts]
        wait = min(FIRST_RESEND * 2 ** min(attempts, 10), LONGEST_RESEND)
        OutboxMessage.objects.filter(pk__in=alike).update(
            attempts=attempts + 1, due_at=timezone.now() + wait
        )


def _send(messages: Sequence[OutboxMessage]) -> None:
    """Hand messages to the broker; when it is away, the rest waits until it is due again."""
    for message in messages:
        try:
            app.send_task(message.name, kwargs={"message_id": str(message.pk), **message.ids})
        except (OperationalError, OSError) as error:
            log.warning("broker away", job=message.name, error=str(error))
            return


def _waiting_in_queue() -> list[str]:
    """The message of each job that no worker has taken yet; "" for those without, as of beat."""
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    queue = options["global_keyprefix"] + app.conf.task_default_queue
    return [_message_of(json.loads(job)) for job in _broker().lrange(queue, 0, -1)]


def _message_of(job: dict[str, str]) -> str:
    _, ids, _ = json.loads(base64.b64decode(job["body"]))
    return ids.get("message_id", "")


@cache
def _broker() -> Redis:
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    timeouts = {name: options[name] for name in ("socket_timeout", "socket_connect_timeout")}
    return Redis.from_url(settings.REDIS_URL, **timeouts)
