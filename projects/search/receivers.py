"""What Find work does on news of briefs. Postgres keeps the entries; only vectors are promised."""

from typing import Any

from django.dispatch import receiver

from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event
from marketplace.core.data.signals import event_recorded

NEWS = {"brief.edited", "brief.published", "brief.approved", "brief.reopened", "brief.restored"}


@receiver(event_recorded)
def promise_vectors(event: Event, **_: Any) -> None:
    """A new entry is found by what it means as soon as a worker has read it."""
    if event.verb in NEWS:
        enqueue("projects.embed_briefs")
