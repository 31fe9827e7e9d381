"""What projects does on news from below."""

from typing import Any

from django.dispatch import receiver

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.signals import organisation_let_in
from marketplace.core.data.jobs import enqueue


@receiver(organisation_let_in)
def give_time(organisation: Organisation, **_: Any) -> None:
    """Nothing ran out while nobody could decide; what had nearly run out gets time again."""
    enqueue("projects.give_time_again", organisation_id=organisation.pk)
