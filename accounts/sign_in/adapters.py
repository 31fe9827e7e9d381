import re
import smtplib
from typing import Any, ClassVar

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.core.exceptions import ReauthenticationRequired
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.letters.services import letter
from accounts.letters.texts import stored
from marketplace.core.web.addresses import CAME_FOR, next_page
from marketplace.core.web.allauth_internals import ratelimit, record_authentication
from marketplace.core.web.proof import has_fresh_proof

log = structlog.get_logger(__name__)

# What a browser says of itself is text of a stranger: nothing in it may become a link.
NOT_PLAIN = re.compile(r"[^\w ./;:,()+-]")
PROOFS = ("password", "password_reset", "mfa", "socialaccount")
RATES = "allauth.account"
ANYWHERE = "login_failed_anywhere"
# The emails with a link: its label, and where allauth says it leads.
ACTIONS = {
    "account/email/account_already_exists": ("Reset the password", "password_reset_url"),
    "account/email/unknown_account": ("Create an account", "signup_url"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Puts allauth's emails into our letter, and keeps its answers alike for all addresses.

    Wrong passwords are counted for an account and the network address that they come from, so
    that whoever guesses keeps nobody out but themselves. A slower count over all addresses stops
    guessing by many machines; a code by email and passkeys stay open to the owner then.
    """

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": (
            "Too many wrong passwords. Wait five minutes, choose a new password with a code by "
            "email, or sign in with a passkey."
        ),
        "too_many_login_attempts_anywhere": (
            "Too many wrong passwords for this account, from several places. Choose a new "
            "password with a code by email, or sign in with a passkey; or wait an hour."
        ),
    }

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        facts = dict(context)
        action, link = ACTIONS.get(template_prefix, ("", ""))
        facts["user_agent"] = NOT_PLAIN.sub("", facts.get("user_agent", ""))
        message = letter(
            to=email if isinstance(email, str) else email[0],
            subject=render_to_string(f"{template_prefix}_subject.txt", facts).strip(),
            parts=stored(render_to_string(f"{template_prefix}_message.txt", facts).split("\n\n")),
            code=facts.get("code", ""),
            url=facts.get(link, ""),
            action=action,
        )
        message.extra_headers.update(headers or {})
        return message

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Calls the mail server while the person waits; where that fails, says so."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException) as error:
            log.error("mail not sent", template=template_prefix, error=str(error))
            if self.request:
                messages.error(
                    self.request,
                    "We could not send the email just now. Ask for a new code in a minute.",
                )

    def is_safe_url(self, url: str | None) -> bool:
        """What is no address at all leads nowhere."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def post_login(self, request: HttpRequest, user: Any, **options: Any) -> HttpResponse:
        """Who has just proven who they are is not asked again by the next money act.

        Somebody who signed up chose the password and entered the code from their letter just now.
        """
        if options.get("signup") and user.has_usable_password():
            record_authentication(request, user, method="password")
        records = get_authentication_records(request, user)
        if records and records[-1]["method"] in PROOFS:
            latest = records[-1] | {"reauthenticated": True}
            request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [*records[:-1], latest]
        return super().post_login(request, user, **options)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        super().pre_authenticate(request, **credentials)
        account = super()._get_login_attempts_cache_key(request, **credentials)
        self._tried_anywhere = ratelimit.consume(request, app=RATES, action=ANYWHERE, key=account)
        if not self._tried_anywhere:
            raise self.validation_error("too_many_login_attempts_anywhere")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        account = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{account}:{ratelimit.get_ip(request)}"

    def _rollback_login_failed_rl_usage(self) -> None:
        """The password was right: it does not count."""
        super()._rollback_login_failed_rl_usage()
        self._tried_anywhere.rollback()

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        """A code by email was right: whatever others tried no longer counts."""
        super()._delete_login_attempts_cached_email(request, **credentials)
        account = super()._get_login_attempts_cache_key(request, **credentials)
        ratelimit.clear(request, app=RATES, action=ANYWHERE, key=account)

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """For allauth's own pages: email, password, second factor, linked accounts.

        Where it knows no way to ask, allauth takes a person as proven: so "yes" is raised here.
        """
        if not has_fresh_proof(self.request):
            raise ReauthenticationRequired
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has neither a password nor a second factor goes back to Google or GitHub."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if methods or not user.is_authenticated:
            return methods
        return [{"id": "proof", "description": "Sign in again", "url": reverse("accounts:proof")}]

    def send_account_already_exists_mail(self, email: str) -> None:
        """Takes as long as creating an account does, so that the clock tells nothing."""
        make_password("nobody's password")
        if self.request:
            self.request.session[CAME_FOR] = next_page(self.request)
        super().send_account_already_exists_mail(email)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Lets a person who came by Google or GitHub prove there that it is still them."""

    def get_app(self, request: HttpRequest | None, provider: str, **options: Any) -> SocialApp:
        """A provider whose keys nobody has set is not there."""
        try:
            return super().get_app(request, provider, **options)
        except SocialApp.DoesNotExist as error:
            raise Http404 from error

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Called on the way back from the provider, whatever the person went there for."""
        if request.user.is_authenticated and sociallogin.user == request.user:
            account = sociallogin.account
            record_authentication(
                request,
                request.user,
                "socialaccount",
                provider=account.provider,
                uid=account.uid,
                reauthenticated=True,
            )
