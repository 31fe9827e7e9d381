"""What webhooks did not bring: the processor's own lists of events, read every hour."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from marketplace.core.data.locks import lock
from payments.stripe import answers as stripe_answers
from payments.stripe.gateway import Gateway
from payments.stripe.objects import ListedEvent
from payments.webhooks.models import EventCursor
from payments.webhooks.queries import is_kept
from payments.webhooks.services.events import is_followed, keep_event

log = structlog.get_logger(__name__)

# Lists may show an event later than a younger one, and clocks differ.
OVERLAP = timedelta(hours=1)
# The first poll goes back as far as it can: https://docs.stripe.com/api/events
KEPT = timedelta(days=30)


def poll_events(*, gateway: Gateway) -> int:
    """Store what both lists have and we do not; returns how many. Calls the processor.

    Side effect: a job for each. An event that a webhook brings as well is stored once.
    """
    streams = EventCursor.Stream
    return _poll(streams.SNAPSHOT, gateway.snapshot_events) + _poll(
        streams.THIN, gateway.thin_events
    )


def _poll(stream: str, events_since: Callable[[datetime], Iterable[ListedEvent]]) -> int:
    """The cursor moves only after the whole list was read: who dies on the way starts again."""
    start = timezone.now() - KEPT
    cursor = EventCursor.objects.get_or_create(stream=stream, defaults={"seen_until": start})[0]
    newest, missed = cursor.seen_until, 0
    for listed in events_since(cursor.seen_until - OVERLAP):
        missed += _keep(listed)
        newest = max(newest, listed.at)
    with transaction.atomic():
        lock(cursor)
        cursor.seen_until = max(cursor.seen_until, newest)
        cursor.polled_at = timezone.now()
        cursor.save(update_fields=["seen_until", "polled_at"])
    return missed


def _keep(listed: ListedEvent) -> bool:
    """Whether it was news, of a kind that concerns us."""
    event = stripe_answers.event(listed.payload)
    if not is_followed(event) or is_kept(event) or not keep_event(event, listed.payload)[1]:
        return False
    log.warning("no webhook brought this", message=event.id, type=event.type)
    return True
