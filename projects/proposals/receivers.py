"""What proposals do on news from below."""

from typing import Any

from django.dispatch import receiver

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.signals import organisation_let_in
from marketplace.core.data.jobs import enqueue
from projects.briefs.models.briefs import Brief
from projects.briefs.signals import brief_ended
from projects.proposals.services.proposals import close_proposals


@receiver(organisation_let_in)
def give_time(organisation: Organisation, **_: Any) -> None:
    """Nothing ran out while nobody could decide; what had nearly run out gets time again."""
    enqueue("projects.give_time_again", organisation_id=organisation.pk)


@receiver(brief_ended)
def end_with_the_brief(brief: Brief, why: str, **_: Any) -> None:
    """What is undecided can no longer be decided."""
    close_proposals(brief=brief, why=why)
