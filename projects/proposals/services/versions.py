"""Writing a proposal: its draft, and the next version of one that was sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.locks import lock
from projects.briefs.errors import BriefNotOpen
from projects.briefs.models.briefs import Brief
from projects.proposals.errors import AlreadyProposed, ProposalNotEditable
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import PARTS, STATED, ProposalMilestone, ProposalVersion
from projects.proposals.queries.kinds import first_kind
from projects.proposals.queries.proposals import live_proposal, working_version
from projects.proposals.services.sides import refuse_member


@transaction.atomic
def draft_proposal(
    *,
    brief: Brief,
    by: Actor,
    facts: Mapping[str, Any] | None = None,
    milestones: Sequence[Mapping[str, Any]] = (),
) -> Proposal:
    """Start the acting freelancer's proposal to an open brief; nobody else sees it yet."""
    lock(brief)
    if not brief.is_open:
        raise BriefNotOpen(state=brief.state)
    refuse_member(by.user, of=brief.organisation)
    if live_proposal(by.user, brief):
        raise AlreadyProposed
    proposal = Proposal.objects.create(brief=brief, freelancer=by.user)
    save_proposal(proposal=proposal, by=by, facts=facts or {}, milestones=milestones)
    return proposal


@transaction.atomic
def save_proposal(
    *,
    proposal: Proposal,
    by: Actor,
    facts: Mapping[str, Any],
    milestones: Sequence[Mapping[str, Any]],
    seen: str = "",
) -> ProposalVersion:
    """Write the unsent version, and start one if there is none.

    `facts` are fields of ProposalVersion; `case_studies`, if among them, replaces the links.
    `milestones` are fields of ProposalMilestone, in order, and replace those there were. With
    `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    lock(proposal)
    if not proposal.is_editable:
        raise ProposalNotEditable(state=proposal.state)
    version = proposal.versions.filter(sent_at=None).first() or _next_version(proposal)
    wanted = {**facts, "milestones": milestones}
    refuse_passed_version(seen, wanted=wanted, stored=lambda: working_version(proposal).written)
    fields = dict(facts)
    case_studies = fields.pop("case_studies", None)
    for field, value in fields.items():
        setattr(version, field, value)
    version.amount = _amount(version, milestones)
    version.saved_at = timezone.now()
    version.save()
    if case_studies is not None:
        version.case_studies.set(case_studies)
    _write_milestones(version, milestones)
    return version


def _amount(version: ProposalVersion, milestones: Sequence[Mapping[str, Any]]) -> int:
    """Of everything, or what is paid at once: what the other kinds left is not counted."""
    if version.recurring:
        return version.recurring.whole.minor if version.recurring.whole else 0
    return sum(milestone.get("amount") or 0 for milestone in milestones)


def _next_version(proposal: Proposal) -> ProposalVersion:
    """A copy of what was sent last, or an empty first version."""
    version = ProposalVersion(
        proposal=proposal,
        number=proposal.versions.count() + 1,
        currency=proposal.brief.currency,
        engagement_kind=first_kind(proposal.brief),
    )
    if sent := proposal.current:
        for field in (*PARTS, *STATED, "currency"):
            setattr(version, field, getattr(sent, field))
        version.save()
        version.case_studies.set(sent.case_studies.all())
    return version


def _write_milestones(version: ProposalVersion, milestones: Sequence[Mapping[str, Any]]) -> None:
    version.milestones.all().delete()
    ProposalMilestone.objects.bulk_create(
        ProposalMilestone(version=version, position=position, **milestone)
        for position, milestone in enumerate(milestones, start=1)
    )


@transaction.atomic
def discard_draft(*, proposal: Proposal, by: Actor) -> None:
    """Throw away what was not sent: the whole proposal if nothing was, else the edit."""
    lock(proposal)
    if not proposal.is_editable:
        raise ProposalNotEditable(state=proposal.state)
    if proposal.is_draft:
        proposal.delete()
    else:
        proposal.versions.filter(sent_at=None).delete()
