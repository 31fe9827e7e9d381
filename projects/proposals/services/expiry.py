"""How a proposal ends unanswered, or gets time again. Twice or late changes nothing more."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.locks import lock
from projects.briefs.models.briefs import Brief
from projects.briefs.services.activity import touch_brief
from projects.briefs.states import LISTED
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.deadlines import is_lapsed
from projects.proposals.states import PROPOSAL, UNDECIDED

TIME_AFTER_ABSENCE = timedelta(days=7)


@transaction.atomic
def give_time_again(*, organisation: Organisation) -> None:
    """Somebody can decide for an organisation again: its briefs are not idle, and its proposals
    wait for a week at least. Harmless when repeated soon.
    """
    briefs = Brief.objects.filter(organisation=organisation)
    for brief in briefs.filter(state__in=LISTED).order_by("pk"):
        lock(brief)
        touch_brief(brief=brief)
    week = timezone.now() + TIME_AFTER_ABSENCE
    undecided = Proposal.objects.filter(brief__in=briefs, state__in=UNDECIDED)
    undecided.filter(lapses_at__lt=week).update(lapses_at=week)


@transaction.atomic
def expire_proposal(*, proposal: Proposal) -> Proposal:
    """Expire a proposal that the client left undecided for 30 days."""
    lock(proposal)
    if is_lapsed(proposal):
        PROPOSAL.move(proposal, "expired", actor=SYSTEM)
    return proposal
