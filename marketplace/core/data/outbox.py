"""From the outbox to the broker's queue: what is due, while there is room, and nothing twice.

The queue is kept short. What it has no room for waits in Postgres, so that little is sent
anew when Redis is emptied; and to see what it holds is cheap.
"""

import base64
import json
from functools import cache

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from redis import Redis

from marketplace.celery import app
from marketplace.core.data.jobs import FIRST_RESEND, postpone, send
from marketplace.core.data.models import OutboxMessage

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
        postpone(messages)
    send(*messages)
    return len(messages)


def _put_off(waiting: list[str]) -> None:
    """A while before they are due, so that what is taken out next has time to be done."""
    now = timezone.now()
    soon = OutboxMessage.objects.filter(pk__in=waiting, due_at__lt=now + FIRST_RESEND / 2)
    free = soon.select_for_update(skip_locked=True).values("pk")
    OutboxMessage.objects.filter(pk__in=free).update(due_at=now + FIRST_RESEND)


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
