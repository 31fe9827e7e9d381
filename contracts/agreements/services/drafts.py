"""The first draft of the terms, taken from an accepted proposal and its brief."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import (
    HourlySchedule,
    MilestoneDraft,
    MilestoneSchedule,
    RetainerSchedule,
    Schedule,
)
from contracts.agreements.services.fees import fee_to_freeze
from marketplace.core.text.moments import day_of
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalMilestone, ProposalVersion

# The client of a retainer answers a report within so many days (product.md, section 3).
REPORT_REVIEW_DAYS = 5


def draft_from_proposal(proposal: Proposal, *, kind: str) -> TermsDraft:
    """What the parties said in brief and proposal, with today's fee and the usual review."""
    version = proposal.current
    assert version is not None  # the database keeps it: proposal_sent_has_version
    days = REPORT_REVIEW_DAYS if version.is_retainer else settings.REVIEW_DAYS
    draft = draft_of(proposal, kind=kind, schedule=SCHEDULES_OF[kind](version), review_days=days)
    return replace(draft, **_plan(version))


def draft_of(proposal: Proposal, *, kind: str, schedule: Schedule, review_days: int) -> TermsDraft:
    """Parties, purpose, fee and data, which are the same whatever the two begin with."""
    brief, version = proposal.brief, proposal.current
    assert version is not None
    return TermsDraft(
        title=brief.title,
        client=brief.organisation.name,
        freelancer=str(proposal.freelancer),
        currency=version.currency,
        fee_basis_points=fee_to_freeze(proposal, kind=kind),
        review_days=review_days,
        kind=kind,
        schedule=schedule,
        purpose=brief.problem or brief.summary,
        goal=_goal(proposal),
        success_metrics=brief.success_metrics,
        guardrails=brief.guardrails,
        data_rules=brief.data_rules,
        residency=brief.residency,
        sensitivity=brief.data_sensitivity or "none",
    )


def _milestones(version: ProposalVersion) -> Schedule:
    return MilestoneSchedule(tuple(_milestone(item) for item in version.offered_milestones))


def _hours(version: ProposalVersion) -> Schedule:
    assert version.rate is not None  # sent versions by the hour have both
    assert version.weekly_hours is not None
    return HourlySchedule(
        rate=version.rate,
        weekly_hours=version.weekly_hours,
        waiting_rate=version.waiting_rate,
    )


def _periods(version: ProposalVersion) -> Schedule:
    """The response promise counts in the freelancer's zone, until the two say otherwise."""
    retainer, author = version.retainer, version.proposal.freelancer
    assert retainer is not None  # sent versions of a retainer have a fee
    assert retainer.fee is not None
    return RetainerSchedule(
        fee=retainer.fee.minor,
        hours=retainer.hours,
        outcomes=retainer.outcomes,
        zone=author.time_zone,
    )


SCHEDULES_OF: dict[str, Callable[[ProposalVersion], Schedule]] = {
    EngagementKind.FIXED: _milestones,
    EngagementKind.HOURLY: _hours,
    EngagementKind.RETAINER: _periods,
}


def _milestone(item: ProposalMilestone) -> MilestoneDraft:
    return MilestoneDraft(
        title=item.title,
        phase=item.phase,
        deliverables=item.deliverables,
        criteria=tuple(item.criteria),
        amount=item.amount or 0,
        due_on=item.due_on,
    )


def _goal(proposal: Proposal) -> str:
    brief = proposal.brief
    if not brief.goal_kpi:
        return ""
    parts = [brief.goal_kpi]
    if brief.goal_baseline:
        parts.append(f"from {brief.goal_baseline}")
    if brief.goal_target:
        parts.append(f"to {brief.goal_target}")
    if brief.goal_due:
        parts.append(f"by {day_of(brief.goal_due)}")
    return " ".join(parts)


def _plan(version: ProposalVersion) -> dict[str, Any]:
    fields = ("approach", "data_preparation", "validation_plan", "assumptions")
    return {name: getattr(version, name) for name in fields}
