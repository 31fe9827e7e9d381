from typing import Any

from django.dispatch import receiver

from accounts.notices.registry import builder_for
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event
from marketplace.core.data.signals import event_recorded


@receiver(event_recorded)
def promise_notices(event: Event, **_: Any) -> None:
    """Whoever is concerned hears of the event once its transaction has committed."""
    if builder_for(event.verb):
        enqueue("accounts.deliver_notices", event_id=str(event.public_id))
