"""Scheduled ends: the beat finds what is due, and one job for each ends it."""

from django.db import transaction

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.jobs import enqueue, job
from projects.models import Brief, Proposal
from projects.queries.deadlines import briefs_to_expire, briefs_to_warn, proposals_to_expire
from projects.services.activity import warn_idle_brief
from projects.services.expiry import expire_brief, expire_proposal, give_time_again

AT_ONCE = 500


@job("projects.warn_idle_briefs")
@transaction.atomic
def warn_idle_briefs() -> None:
    for pk in briefs_to_warn().values_list("pk", flat=True)[:AT_ONCE]:
        enqueue("projects.warn_idle_brief", brief_id=pk)


@job("projects.warn_idle_brief")
def warn_one_brief(brief_id: int) -> None:
    warn_idle_brief(brief=Brief.objects.get(pk=brief_id))


@job("projects.expire_briefs")
@transaction.atomic
def expire_briefs() -> None:
    for pk in briefs_to_expire().values_list("pk", flat=True)[:AT_ONCE]:
        enqueue("projects.expire_brief", brief_id=pk)


@job("projects.expire_brief")
def expire_one_brief(brief_id: int) -> None:
    expire_brief(brief=Brief.objects.get(pk=brief_id))


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
