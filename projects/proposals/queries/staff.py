"""Proposals as moderators look at them."""

from typing import Any

from django.db.models import QuerySet

from projects.proposals.models.proposals import Proposal
from projects.proposals.states import ProposalState


def sent_proposals_of(user: Any) -> QuerySet[Proposal]:
    rows = Proposal.objects.filter(freelancer=user).exclude(state=ProposalState.DRAFT)
    return rows.select_related("brief", "brief__organisation").order_by("-id")
