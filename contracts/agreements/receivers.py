"""News from the apps below, in the transaction that made it true."""

from typing import Any

from django.dispatch import receiver

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.signals import access_changed
from accounts.people.models import User
from contracts.agreements.services.offers import make_offer
from marketplace.core.data.actors import Actor
from marketplace.core.data.jobs import enqueue
from projects.proposals.models.proposals import Proposal
from projects.proposals.signals import proposal_accepted


@receiver(access_changed)
def look_at_contracts(
    user: User | None = None, organisation: Organisation | None = None, **_: Any
) -> None:
    """Once it is certain: whoever changes who can act holds rows that contracts come before."""
    if user is not None:
        enqueue("contracts.look_at_access", user_id=user.pk)
    if organisation is not None:
        enqueue("contracts.look_at_access", organisation_id=organisation.pk)


@receiver(proposal_accepted)
def offer_contract(proposal: Proposal, by: Actor, **_: Any) -> None:
    make_offer(proposal=proposal, by=by)
