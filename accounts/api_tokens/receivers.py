from typing import Any

from allauth.account.signals import password_changed, password_reset
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.api_tokens.services import end_tokens
from marketplace.core.data.actors import person


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
