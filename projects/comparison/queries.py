"""Proposals beside each other: fit, evidence, plan, risk, price, and where they differ."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.profiles.taxonomy import EngagementKind
from marketplace.core.data.money import Money
from projects.briefs.labels import SPECIALISMS
from projects.briefs.models.briefs import Brief
from projects.briefs.models.phases import Phase
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalMilestone, ProposalVersion
from projects.proposals.queries.proposals import proposals_for
from projects.proposals.states import UNDECIDED, ProposalState

MOST = 4
COMPARABLE = (*UNDECIDED, ProposalState.ACCEPTED)


@dataclass(frozen=True, kw_only=True)
class PhasePart:
    """What one phase of a plan costs and takes; no price where this plan leaves it out."""

    label: str
    price: Money | None
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
    answers: list[str]
    over_budget: Money | None = None
    under_budget: Money | None = None
    # By the hour: every week of the brief at its limit.
    at_limit: Money | None = None
    # Beside the other columns: above the lowest price or rate of its kind, the least effort, the
    # earliest end.
    more_money: Money | None = None
    more_hours: int = 0
    more_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The columns, and the names of the facts in which they are not all alike."""

    columns: list[Column]
    differing: frozenset[str]


# What is told apart at a glance; words are for reading.
FACTS = (
    *("shared_specialisms", "shared_tools", "knows_industry", "grades", "phase_labels"),
    *("hours", "data_share", "ends_on", "price", "answered"),
)


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


def compare(brief: Brief, proposals: Iterable[Proposal]) -> Comparison:
    columns = [_column(brief, proposal) for proposal in proposals if proposal.current]
    labels = {part.label for column in columns for part in column.phases}
    columns = [_beside(column, columns, labels) for column in columns]
    differing = frozenset(
        fact for fact in FACTS if len({repr(_fact(column, fact)) for column in columns}) > 1
    )
    return Comparison(columns=columns, differing=differing)


def _fact(column: Column, name: str) -> Any:
    """A fact of a column by its name in FACTS."""
    if name == "grades":
        return sorted(str(study.grade) for study in column.case_studies)
    if name == "phase_labels":
        return [part.label for part in column.phases if part.price]
    if name == "hours":
        recurring = column.version.recurring
        return column.hours, recurring and recurring.limit_words
    if name == "answered":
        return [bool(answer) for answer in column.answers]
    return column.version.price_words if name == "price" else getattr(column, name)


def _beside(column: Column, columns: list[Column], labels: set[str]) -> Column:
    """The column with what sets it apart from the others."""
    ends = [other.ends_on for other in columns if other.ends_on]
    stated = [other.hours for other in columns if other.hours]
    planned = {part.label: part for part in column.phases}
    asked = column.version.unit_price
    alike = (other.version for other in columns if other.version.unit == column.version.unit)
    return replace(
        column,
        more_money=asked - min(version.unit_price for version in alike),
        more_hours=column.hours - min(stated) if column.hours else 0,
        more_days=(column.ends_on - min(ends)).days if column.ends_on else 0,
        phases=[
            planned.get(phase.label) or PhasePart(label=phase.label, price=None, hours=0)
            for phase in Phase
            if phase.label in labels and not column.version.recurring
        ],
    )


def _column(brief: Brief, proposal: Proposal) -> Column:
    version = proposal.current
    assert version is not None
    profile = getattr(proposal.freelancer, "freelancer_profile", None)
    milestones = version.offered_milestones
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
        answers=_answers(brief, version),
        **_outside(brief, version),
    )


def _answers(brief: Brief, version: ProposalVersion) -> list[str]:
    """One for each question that the brief asks now, empty where there is none."""
    given = list(version.screening_answers)
    return [
        (given[at] if at < len(given) else "").strip()
        for at in range(len(brief.screening_questions))
    ]


def _outside(brief: Brief, version: ProposalVersion) -> dict[str, Any]:
    """By how much a price lies above or below what the brief names.

    Work by the hour has no price for all of it: what it comes to at most is said instead. A month
    is compared with the budget of a month alone.
    """
    price = version.price
    if version.is_hourly:
        return {"at_limit": Money(price.minor * brief.weeks, price.currency)} if brief.weeks else {}
    if version.is_retainer != (brief.engagement_kind == EngagementKind.RETAINER):
        return {}
    if brief.budget is None or brief.currency != price.currency:
        return {}
    least, most = brief.budget
    if most < price:
        return {"over_budget": price - most}
    return {"under_budget": least - price} if price < least else {}


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
