"""What proposals tell of the row of a brief."""

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from projects.briefs.registry import brief_column
from projects.proposals.models.proposals import Proposal
from projects.proposals.states import UNDECIDED, ProposalState


@brief_column("proposal_count")
def proposal_count() -> Coalesce:
    """How many were ever sent."""
    return _count(~Q(state=ProposalState.DRAFT))


@brief_column("undecided_count")
def undecided_count() -> Coalesce:
    """How many wait for the client."""
    return _count(Q(state__in=UNDECIDED))


@brief_column("has_offer")
def has_offer() -> Exists:
    """Whether one was accepted, and its offer did not come to nothing."""
    return Exists(Proposal.objects.filter(brief=OuterRef("pk"), state=ProposalState.ACCEPTED))


def _count(which: Q) -> Coalesce:
    counted = (
        Proposal.objects.filter(which, brief=OuterRef("pk"))
        .order_by()
        .values("brief")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
