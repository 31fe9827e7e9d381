import re
import smtplib
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from accounts.services.mail import letter

log = structlog.get_logger(__name__)

# What a browser says of itself is text of a stranger: nothing in it may become markup.
NOT_PLAIN = re.compile(r"[^\w ./;:,()+-]")
PROOFS = ("password", "mfa")


class AccountAdapter(DefaultAccountAdapter):
    """Puts allauth's emails into our letter, and keeps its answers alike for all addresses."""

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        facts = dict(context)
        facts["user_agent"] = NOT_PLAIN.sub("", facts.get("user_agent", ""))
        message = letter(
            to=email if isinstance(email, str) else email[0],
            subject=render_to_string(f"{template_prefix}_subject.txt", facts).strip(),
            body=render_to_string(f"{template_prefix}_message.txt", facts).strip(),
            code=facts.get("code", ""),
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

    def post_login(self, request: HttpRequest, user: Any, **options: Any) -> HttpResponse:
        """Who has just proven who they are is not asked again by the next money act."""
        records = get_authentication_records(request, user)
        if records and records[-1]["method"] in PROOFS:
            latest = records[-1] | {"reauthenticated": True}
            request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [*records[:-1], latest]
        return super().post_login(request, user, **options)

    def send_account_already_exists_mail(self, email: str) -> None:
        """Takes as long as creating an account does, so that the clock tells nothing."""
        make_password("nobody's password")
        super().send_account_already_exists_mail(email)
