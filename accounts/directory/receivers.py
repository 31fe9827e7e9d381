"""What the directory does on news of profiles. Postgres keeps the entries but for their vectors."""

from typing import Any

from django.dispatch import receiver

from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event
from marketplace.core.data.signals import event_recorded

NEWS = {
    *("profile.created", "profile.updated"),
    *("case_study.added", "case_study.updated", "case_study.deleted"),
}


@receiver(event_recorded)
def promise_vectors(event: Event, **_: Any) -> None:
    """A new entry is found by what it means as soon as a worker has read it."""
    if event.verb in NEWS:
        enqueue("accounts.embed_profiles")
