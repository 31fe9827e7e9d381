"""Paid trials, made by the services that the pages call."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from contracts.agreements.models.contracts import Contract
from contracts.trials.models import Trial
from contracts.trials.services.offers import offer_trial
from contracts.trials.services.submissions import submit_trial
from contracts.units.models.submissions import Submission
from contracts.units.models.units import Unit
from marketplace.core.data.actors import client, freelancer
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import submit_proposal
from projects.proposals.services.versions import draft_proposal
from tests.factories.contracts import PROPOSAL, fund, make_proposal, milestone_facts
from tests.factories.contracts import sign_both as sign

# 900.00 USD for ten hours.
TASK: dict[str, Any] = {
    "task": "Find the column that leaks the outcome, and show it.",
    "hours": 10,
    "due_days": 5,
    "amount": 90_000,
    "criteria": ("The notebook runs.", "It names the column."),
}


def propose_to(brief: Brief, person: Any) -> Proposal:
    """One more proposal to an open brief."""
    by = freelancer(person)
    steps = milestone_facts(1)
    proposal = draft_proposal(brief=brief, by=by, facts=PROPOSAL, milestones=steps)
    return submit_proposal(proposal=proposal, by=by)


def make_trial_offer(*people: Any, **facts: Any) -> Contract:
    return offer_to(make_proposal(*people), **facts)


def offer_to(proposal: Proposal, **facts: Any) -> Contract:
    by = client(proposal.brief.created_by)
    return offer_trial(proposal=proposal, by=by, **TASK | facts)


def start(contract: Contract) -> Unit:
    """Signed by both and funded."""
    sign(contract)
    return fund(contract.units.get())


def make_trial(*people: Any, **facts: Any) -> Unit:
    return start(make_trial_offer(*people, **facts))


def trial_of(unit: Unit) -> Trial:
    return Trial.objects.select_related("unit__contract", "unit__escrow").get(pk=unit.pk)


def hand_in(unit: Unit, **facts: Any) -> Submission:
    said = {
        "note": "The column is *tenure_band*.",
        "next_steps": "A split by time, then a baseline without it.",
        "questions": "When is the band written? After the fact, you said.",
    }
    return submit_trial(
        trial=trial_of(unit),
        by=freelancer(unit.contract.freelancer),
        files=[SimpleUploadedFile("leak.csv", b"column,leaks\ntenure_band,yes\n")],
        **said | facts,
    )
