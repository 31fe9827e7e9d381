"""Proposals beside each other: fit, evidence, plan, risk, price."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from marketplace.core.money import Money
from projects.models import Brief, Phase, Proposal, ProposalMilestone, ProposalVersion
from projects.models.labels import SPECIALISMS
from projects.queries.proposals import proposals_for
from projects.states import UNDECIDED, ProposalState

MOST = 4
COMPARABLE = (*UNDECIDED, ProposalState.ACCEPTED)


@dataclass(frozen=True, kw_only=True)
class PhasePart:
    """What one phase of a plan costs and takes."""

    label: str
    price: Money
    hours: int


@dataclass(frozen=True, kw_only=True)
class Column:
    """One proposal as the comparison shows it."""

    proposal: Proposal
    version: ProposalVersion
    profile: Any
    shared_specialisms: list[str]
    absent_specialisms: list[str]
    shared_tools: list[str]
    absent_tools: list[str]
    knows_industry: bool
    case_studies: list[Any]
    phases: list[PhasePart]
    hours: int
    data_share: int | None
    ends_on: date | None


def comparable_proposals(brief: Brief) -> QuerySet[Proposal]:
    """The proposals that can still become the one, with all that a column reads."""
    return (
        proposals_for(brief)
        .filter(state__in=COMPARABLE)
        .prefetch_related(
            "current__milestones",
            "current__case_studies",
            "freelancer__freelancer_profile__tools",
        )
    )


def compare(brief: Brief, proposals: Iterable[Proposal]) -> list[Column]:
    return [_column(brief, proposal) for proposal in proposals if proposal.current]


def _column(brief: Brief, proposal: Proposal) -> Column:
    version = proposal.current
    assert version is not None
    profile = getattr(proposal.freelancer, "freelancer_profile", None)
    milestones = list(version.milestones.all())
    specialisms = set(profile.specialisms if profile else ())
    tools = {tool.name.lower() for tool in profile.tools.all()} if profile else set()
    hours = sum(milestone.effort_hours or 0 for milestone in milestones)
    return Column(
        proposal=proposal,
        version=version,
        profile=profile,
        shared_specialisms=_labels(code for code in brief.specialisms if code in specialisms),
        absent_specialisms=_labels(code for code in brief.specialisms if code not in specialisms),
        shared_tools=[tool for tool in brief.tools if tool.lower() in tools],
        absent_tools=[tool for tool in brief.tools if tool.lower() not in tools],
        knows_industry=brief.industry in profile.industries if profile else False,
        case_studies=list(version.case_studies.all()),
        phases=_phases(milestones, version.currency),
        hours=hours,
        data_share=_data_share(milestones, hours),
        ends_on=max((m.due_on for m in milestones if m.due_on), default=None),
    )


def _labels(codes: Iterable[str]) -> list[str]:
    return [SPECIALISMS.get(code, code) for code in codes]


def _phases(milestones: list[ProposalMilestone], currency: str) -> list[PhasePart]:
    parts = []
    for phase in Phase:
        of_phase = [milestone for milestone in milestones if milestone.phase == phase]
        if of_phase:
            amount = sum(milestone.amount or 0 for milestone in of_phase)
            hours = sum(milestone.effort_hours or 0 for milestone in of_phase)
            parts.append(PhasePart(label=phase.label, price=Money(amount, currency), hours=hours))
    return parts


def _data_share(milestones: list[ProposalMilestone], hours: int) -> int | None:
    """Percent of the effort that goes into data and feasibility, rounded down."""
    if not hours:
        return None
    on_data = sum(m.effort_hours or 0 for m in milestones if m.phase == Phase.DATA)
    return on_data * 100 // hours
