"""News from the apps below, in the transaction that made it true."""

from typing import Any

from django.dispatch import receiver

from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event
from marketplace.core.data.signals import event_recorded

RENAMES = ("user.renamed", "user.email_changed", "organisation.updated")


@receiver(event_recorded)
def promise_contact(event: Event, **_: Any) -> None:
    """The processor hears of a new name or address once it is true."""
    if event.verb in RENAMES:
        enqueue("payments.tell_contact", event_id=str(event.public_id))
