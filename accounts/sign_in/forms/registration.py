"""The form of signing up, which makes one account however often it is sent at once."""

from typing import Any

from allauth.account.forms import SignupForm
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from accounts.people.models import User
from marketplace.core.web.sent_once import SENDING

KEEP = 600  # seconds


class RegistrationForm(SignupForm):
    """Sent twice at once, by the same page, it leads both times to the code of one account.

    By another page it gets the answer that a known address gets.
    """

    account_already_exists: bool

    def try_save(self, request: HttpRequest) -> tuple[Any, Any]:
        if self.account_already_exists:
            return self._already_known(request)
        try:
            with transaction.atomic():
                user, response = super().try_save(request)
        except IntegrityError:
            # The address was taken between looking and writing.
            self.account_already_exists = True
            return self._already_known(request)
        if user is not None and (key := self._key()):
            cache.set(key, user.pk, KEEP)
        return user, response

    def _already_known(self, request: HttpRequest) -> tuple[Any, Any]:
        """Whoever made the account by this very page goes on to its code, with a new one."""
        made = self._made_by_this_page()
        return (made, None) if made else super().try_save(request)

    def _made_by_this_page(self) -> User | None:
        key = self._key()
        pk: int = cache.get(key, 0) if key else 0
        fresh = User.objects.filter(pk=pk, email=self.cleaned_data["email"], last_login=None)
        return fresh.exclude(emailaddress__verified=True).first()

    def _key(self) -> str:
        sending = self.data.get(SENDING, "")
        return f"signed_up:{sending}" if 0 < len(sending) <= 64 and sending.isalnum() else ""
