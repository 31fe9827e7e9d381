"""Sending one email: HTML and text from the same parts, at most one worker at a time."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from email.utils import parseaddr
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.letters.models import MailedOnce
from accounts.letters.texts import as_plain_text, unlinked

# Longer than the mail server's time-out: who has not finished by then has died.
LEASE = timedelta(minutes=2)


class MailUnderWay(Exception):
    """Another worker began this email a moment ago; the job is to come back later."""


def letter(
    *,
    to: str,
    subject: str,
    parts: Sequence[dict[str, Any]],
    url: str = "",
    action: str = "",
    code: str = "",
    footer: str = "",
    unsubscribe: str = "",
    identifier: str = "",
) -> EmailMessage:
    """An email of `parts` as `notices.letters` stores them: text, whatever is in it.

    `url` is a path on this site, `identifier` tells a repeat apart.
    """
    facts: dict[str, Any] = {
        "subject": unlinked(subject),
        "parts": parts,
        "plain_body": as_plain_text(parts),
        "code": code,
        "url": absolute(url) if url else "",
        "action": action,
        "footer": footer,
        "unsubscribe": unsubscribe,
        "site": settings.SITE_URL,
    }
    headers = {}
    if identifier:
        headers["Message-ID"] = f"<{identifier}@{mail_domain()}>"
    if unsubscribe:
        headers["List-Unsubscribe"] = f"<{unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("emails/notice.txt", facts),
        to=[to],
        headers=headers,
    )
    message.attach_alternative(render_to_string("emails/notice.html", facts), "text/html")
    return message


def mail_domain() -> str:
    """The domain that we write from, which is ours to name messages by."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]


def absolute(path: str) -> str:
    return urljoin(settings.SITE_URL, path)


def send_once(row: MailedOnce, compose: Callable[[], EmailMessage]) -> bool:
    """Send the email that `row` stands for unless it was sent; returns whether it sent now.

    Claims the row in one transaction, calls the mail server outside of any, and marks it.
    """
    if not _claim(row):
        return False
    try:
        compose().send()
    except Exception:
        type(row)._base_manager.filter(pk=row.pk).update(email_started_at=None)
        raise
    type(row)._base_manager.filter(pk=row.pk).update(emailed_at=timezone.now())
    return True


@transaction.atomic
def _claim(row: MailedOnce) -> bool:
    now = timezone.now()
    held = type(row)._base_manager.select_for_update().get(pk=row.pk)
    if held.emailed_at:
        return False
    if held.email_started_at and held.email_started_at > now - LEASE:
        raise MailUnderWay(str(row.pk))
    held.email_started_at = now
    held.save(update_fields=["email_started_at"])
    return True
