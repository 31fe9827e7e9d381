"""Briefs and proposals, made by the services that the pages call."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.models import User
from accounts.profiles.taxonomy import EngagementKind, Industry, Specialism
from marketplace.core.data.actors import Actor, client, freelancer
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.models.briefs import Brief, DataSensitivity
from projects.briefs.models.phases import Phase
from projects.briefs.services.attachments import attach_file
from projects.briefs.services.briefs import draft_brief, publish_brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import (
    accept_proposal,
    shortlist_proposal,
    submit_proposal,
)
from projects.proposals.services.versions import draft_proposal
from tests.factories.accounts import make_freelancer, make_organisation

CHURN_BRIEF = {
    "title": "Tell us which prepaid subscribers will leave",
    "summary": "7 043 customers, one in four leaves in a year. Rank them before we call.",
    "problem": "Our retention team calls 2 000 customers a month, picked at random.",
    "why_it_matters": "Each point of churn costs 310 000 USD a year.",
    "goal_kpi": "Monthly churn of prepaid subscribers",
    "goal_baseline": "4.6 %",
    "goal_target": "3.5 %",
    "success_metrics": "Average precision of 0.38 or better on an unseen quarter.",
    "guardrails": "A list by 06:00, a reason for each customer.",
    "data_sources": "Billing, recharges and support tickets of 14 months.",
    "data_volume": "7 043 customers, 21 columns",
    "data_sensitivity": DataSensitivity.PERSONAL,
    "deliverables": "Feasibility report; model with code; nightly job; runbook.",
    "phases": [Phase.DATA, Phase.MODELLING],
    "specialisms": [Specialism.SUPERVISED],
    "tools": ["Python", "LightGBM"],
    "industry": Industry.TELECOM,
    "engagement_kind": EngagementKind.FIXED,
    "budget_min": 900_000,
    "budget_max": 1_400_000,
    "currency": "USD",
    "weeks": 8,
}

PLAN = {
    "understanding": "Calls go to people who were staying. Rank them by the risk of leaving.",
    "approach": "A gradient-boosted model on recharge gaps, against a recency baseline.",
    "data_preparation": "Rebuild the table as it was on each call day; remove the exit survey.",
    "validation_plan": "Train on twelve months, report average precision on the last two.",
    "risks": "The recharge table may leak the cancellation date.",
    "assumptions": "Call outcomes are recorded for at least 1 000 customers.",
}


def hirer(organisation: Organisation) -> Actor:
    """The owner of `organisation`, acting for it."""
    return client(organisation.memberships.get(role=Membership.Role.OWNER).user)


def make_draft_brief(organisation: Organisation | None = None, **facts: Any) -> Brief:
    """A draft with everything that publication needs, `facts` instead of some of it."""
    organisation = organisation or make_organisation()
    return draft_brief(organisation=organisation, by=hirer(organisation), facts=CHURN_BRIEF | facts)


def make_brief(organisation: Organisation | None = None, **facts: Any) -> Brief:
    """An open brief."""
    brief = make_draft_brief(organisation, **facts)
    return publish_brief(brief=brief, by=hirer(brief.organisation))


def make_attachment(brief: Brief, name: str = "columns.csv") -> BriefAttachment:
    upload = SimpleUploadedFile(name, b"column,meaning\ntenure,months as a customer\n")
    return attach_file(brief=brief, by=hirer(brief.organisation), upload=upload)


def plan_milestones(*amounts: int, start: date | None = None) -> list[dict[str, Any]]:
    """One milestone for each amount (minor units), a fortnight apart, through the phases."""
    start = start or timezone.localdate()
    phases = list(Phase)
    return [
        {
            "title": f"{phases[index % 4].label}",
            "phase": phases[index % 4],
            "deliverables": "Code, figures and a report.",
            "acceptance_criteria": "The report names every source.\nThe code runs on your machine.",
            "amount": amount,
            "effort_hours": 20,
            "due_on": start + timedelta(days=14 * (index + 1)),
        }
        for index, amount in enumerate(amounts)
    ]


def make_draft_proposal(
    brief: Brief | None = None,
    author: User | None = None,
    amounts: tuple[int, ...] = (240_000, 420_000, 300_000),
    **facts: Any,
) -> Proposal:
    """A complete draft whose price is the sum of `amounts`."""
    brief = brief or make_brief()
    author = author or make_freelancer()
    return draft_proposal(
        brief=brief,
        by=freelancer(author),
        facts=PLAN | facts,
        milestones=plan_milestones(*amounts),
    )


def make_proposal(*args: Any, **options: Any) -> Proposal:
    """A proposal that the client can read."""
    proposal = make_draft_proposal(*args, **options)
    return submit_proposal(proposal=proposal, by=freelancer(proposal.freelancer))


def make_shortlisted_proposal(*args: Any, **options: Any) -> Proposal:
    proposal = make_proposal(*args, **options)
    return shortlist_proposal(proposal=proposal, by=hirer(proposal.brief.organisation))


def make_accepted_proposal(*args: Any, **options: Any) -> Proposal:
    """Accepted in its current version, so that an offer is made from it."""
    proposal = make_proposal(*args, **options)
    return accept_proposal(
        proposal=proposal,
        by=hirer(proposal.brief.organisation),
        version=proposal.current.number,
    )
