from typing import Any

from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed, password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.models import User
from accounts.notices import builder_for
from accounts.services.api_tokens import end_tokens
from accounts.services.people import note_email_change
from marketplace.core.data.actors import person
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event
from marketplace.core.data.signals import event_recorded
from marketplace.core.web import kept_forms


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


@receiver(authenticator_added)
def note_second_factor(
    request: HttpRequest, user: Any, authenticator: Authenticator, **_: Any
) -> None:
    """Setting one up has shown it: staff go on to what they wanted without another code."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", type=authenticator.type)


@receiver(authenticator_removed)
def forget_second_factor(request: HttpRequest, user: Any, **_: Any) -> None:
    """What was shown may be what was removed, so it is asked for again."""
    records = get_authentication_records(request, user)
    kept = [record for record in records if record["method"] != "mfa"]
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept


@receiver([password_changed, password_reset])
def end_tokens_with_the_password(request: HttpRequest, user: Any, **_: Any) -> None:
    """Whoever changes a password may do so because somebody else knew it, and made a token."""
    if ended := end_tokens(user=user, by=person(user)):
        what = "API token" if ended == 1 else "API tokens"
        messages.warning(
            request,
            f"{ended} {what} ended with the old password. Programs need new ones, from Settings, "
            "API tokens.",
        )


@receiver(email_changed)
def record_new_address(user: User, from_email_address: EmailAddress | None, **_: Any) -> None:
    """Whatever is derived from an address follows it."""
    note_email_change(user=user, earlier=from_email_address.email if from_email_address else "")
