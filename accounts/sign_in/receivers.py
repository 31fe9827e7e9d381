from typing import Any

from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from marketplace.core.web import kept_forms
from marketplace.core.web.allauth_internals import record_authentication


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
