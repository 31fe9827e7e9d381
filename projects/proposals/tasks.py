"""What happens to proposals on the schedule, and once somebody can decide again."""

from django.db import transaction

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.jobs import enqueue, job
from projects.briefs.queries.deadlines import AT_ONCE
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.deadlines import proposals_to_expire
from projects.proposals.services.expiry import expire_proposal, give_time_again


@job("projects.expire_proposals")
@transaction.atomic
def expire_proposals() -> None:
    for pk in proposals_to_expire().values_list("pk", flat=True)[:AT_ONCE]:
        enqueue("projects.expire_proposal", proposal_id=pk)


@job("projects.expire_proposal")
def expire_one_proposal(proposal_id: int) -> None:
    expire_proposal(proposal=Proposal.objects.get(pk=proposal_id))


@job("projects.give_time_again")
def give_time_again_to(organisation_id: int) -> None:
    give_time_again(organisation=Organisation.objects.get(pk=organisation_id))
