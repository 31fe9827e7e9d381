"""The worker's part while there is no worker: the jobs that services promised."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from marketplace.core.data.jobs import perform
from marketplace.core.data.models import OutboxMessage

# A message just sent to the broker is due again in half a minute; later ones are left alone.
SOON = timedelta(minutes=1)


def run_promised_jobs() -> int:
    """Run every promised job in the order of its promise, and the jobs that those promise.

    A worker that starts later finds them done. Returns how many ran.
    """
    ran = 0
    while messages := list(_waiting().order_by("created_at")):
        for message in messages:
            perform(message)
        ran += len(messages)
    return ran


def _waiting() -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(done_at=None, due_at__lte=timezone.now() + SOON)
