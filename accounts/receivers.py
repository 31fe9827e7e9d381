from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.notices import builder_for
from marketplace.core import kept_forms
from marketplace.core.jobs import enqueue
from marketplace.core.models import Event
from marketplace.core.signals import event_recorded


@receiver(event_recorded)
def promise_notices(event: Event, **_: Any) -> None:
    """Whoever is concerned hears of the event once its transaction has committed."""
    if builder_for(event.verb):
        enqueue("accounts.deliver_notices", event_id=str(event.public_id))


@receiver(user_logged_in)
def give_back_what_waited(request: HttpRequest | None, user: Any, **_: Any) -> None:
    """What was sent after the last sign-in had ended is on its page again."""
    if request is not None and hasattr(request, "session"):
        kept_forms.hand_over(request, user)
