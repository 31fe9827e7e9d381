"""The proposals to a brief, and what was decided on each so far."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.taxonomy import EngagementKind
from local.demo.content import shapes
from local.demo.stories.cast import freelancer_called, hirer_of
from marketplace.core.data.money import exponent
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import (
    decline_proposal,
    shortlist_proposal,
    submit_proposal,
    withdraw_proposal,
)
from projects.proposals.services.versions import draft_proposal
from projects.proposals.states import ProposalState

BUSY = "A client has asked me to go on, so I could not start in time. Good luck with it."


def tell_proposals(told: shapes.Brief, brief: Brief) -> None:
    """Send every plan of an open brief, then decide; acceptances belong to the deals."""
    sent = [(plan, _send(plan, brief)) for plan in told.plans]
    for plan, proposal in sent:
        _decide(plan, proposal)


def _send(plan: shapes.Plan, brief: Brief) -> Proposal:
    by = freelancer_called(plan.by)
    proposal = draft_proposal(
        brief=brief,
        by=by,
        facts=_facts(plan, brief.currency)
        | {"case_studies": CaseStudy.objects.filter(profile__user=by.user)},
        milestones=[_milestone(step, brief.currency) for step in plan.steps],
    )
    return submit_proposal(proposal=proposal, by=by, knows_out_of_reach=True)


def _decide(plan: shapes.Plan, proposal: Proposal) -> None:
    by = hirer_of(proposal.brief.organisation)
    if plan.state == ProposalState.SHORTLISTED:
        shortlist_proposal(proposal=proposal, by=by)
    if plan.state == ProposalState.DECLINED:
        decline_proposal(proposal=proposal, by=by, why=plan.reason)
    if plan.state == ProposalState.WITHDRAWN:
        withdraw_proposal(proposal=proposal, by=freelancer_called(plan.by), why=BUSY)


def _facts(plan: shapes.Plan, currency: str) -> dict[str, Any]:
    return {
        **(_hours(plan.hours, currency) if plan.hours else {}),
        **(_months(plan.months, currency) if plan.months else {}),
        "understanding": plan.understanding,
        "approach": plan.approach,
        "data_preparation": plan.data_preparation,
        "validation_plan": plan.validation_plan,
        "risks": plan.risks,
        "assumptions": plan.assumptions,
        "engagement_advice": plan.advice,
        "screening_answers": list(plan.answers),
    }


def _hours(hours: shapes.Hours, currency: str) -> dict[str, Any]:
    unit = 10 ** exponent(currency)
    return {
        "engagement_kind": EngagementKind.HOURLY,
        "rate": hours.rate * unit,
        "weekly_hours": hours.weekly,
        "waiting_rate": hours.waiting * unit,
    }


def _months(months: shapes.Months, currency: str) -> dict[str, Any]:
    return {
        "engagement_kind": EngagementKind.RETAINER,
        "period_fee": months.fee * 10 ** exponent(currency),
        "included_hours": months.hours,
    }


def _milestone(step: shapes.Step, currency: str) -> dict[str, Any]:
    return {
        "title": step.title,
        "phase": step.phase,
        "deliverables": step.deliverables,
        "acceptance_criteria": "\n".join(step.criteria),
        "amount": step.price * 10 ** exponent(currency),
        "effort_hours": step.hours,
        "due_on": timezone.now().date() + timedelta(weeks=step.week),
    }
