from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed
from django.dispatch import receiver

from accounts.people.models import User
from accounts.people.services import note_email_change


@receiver(email_changed)
def record_new_address(user: User, from_email_address: EmailAddress | None, **_: Any) -> None:
    """Whatever is derived from an address follows it."""
    note_email_change(user=user, earlier=from_email_address.email if from_email_address else "")
