"""Which proposals are due on the schedule: one rule, for many and for one."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.organisations.permissions import HIRING_ROLES
from accounts.organisations.queries import acting_members
from projects.proposals.models.proposals import Proposal
from projects.proposals.states import UNDECIDED

LAPSES_AFTER = timedelta(days=30)

# Nothing expires by the silence of an organisation for which nobody can decide.
CAN_DECIDE = Exists(
    acting_members(*HIRING_ROLES).filter(organisation=OuterRef("brief__organisation"))
)


def proposals_to_expire() -> QuerySet[Proposal]:
    """What the client left undecided in time, though somebody could have decided."""
    return Proposal.objects.filter(CAN_DECIDE, state__in=UNDECIDED, lapses_at__lte=timezone.now())


def is_lapsed(proposal: Proposal) -> bool:
    return proposals_to_expire().filter(pk=proposal.pk).exists()
