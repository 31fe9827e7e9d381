"""Contracts in every state, made by the services that the pages call."""

import itertools
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.signatures import sign_terms
from contracts.milestones.services.change_requests import request_changes
from contracts.milestones.services.submissions import submit_milestone
from contracts.units.models.submissions import ChangeRequest, Submission
from contracts.units.models.units import Unit
from contracts.units.services.criteria import Finding
from contracts.units.services.funding import open_funding
from marketplace.core.data.actors import Actor, client, freelancer
from payments.charges.models import Charge
from payments.charges.services.charges import apply_payment
from payments.escrows.models.escrows import Escrow
from payments.stripe.objects import Booking, Payment, PaymentState
from projects.briefs.services.briefs import draft_brief, publish_brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import accept_proposal, submit_proposal
from projects.proposals.services.versions import draft_proposal

BRIEF = {
    "title": "Churn model for prepaid subscribers",
    "problem": "One prepaid customer in four leaves within a year.",
    "goal_kpi": "Monthly churn",
    "goal_baseline": "4.6 %",
    "goal_target": "3.5 %",
    "success_metrics": "Average precision of at least 0.380 on the holdout.",
    "guardrails": "Every score comes with its three strongest reasons.",
    "data_sources": "Recharges, usage and support calls, 14 months.",
    "data_sensitivity": "personal",
    "data_rules": "Pseudonymised export only.",
    "deliverables": "Feasibility report, model, batch job, handover.",
    "specialisms": ["supervised"],
    "industry": "telecom",
    "engagement_kind": "fixed",
    "budget_min": 800_000,
    "budget_max": 1_400_000,
    "currency": "USD",
    "weeks": 10,
}
PROPOSAL = {
    "understanding": "You pay for retention calls that reach the wrong customers.",
    "approach": "A simple baseline first, then gradient boosting on usage and recharges.",
    "data_preparation": "Join by month, remove what is known only afterwards.",
    "validation_plan": "Split by time; the last quarter stays hidden.",
    "risks": "The recharge table may leak the outcome.",
    "assumptions": "Access to the warehouse within a week.",
}
STEPS = (
    ("Data and feasibility", "data", 240_000),
    ("Model and evaluation", "modelling", 420_000),
    ("Deployment to the campaign system", "deployment", 300_000),
    ("Monitoring and handover", "handover", 240_000),
)

_numbers = itertools.count(1)


def milestone_facts(count: int = 2) -> list[dict[str, Any]]:
    today = timezone.now().date()
    return [
        {
            "title": title,
            "phase": phase,
            "deliverables": f"Everything for {title.lower()}.",
            "acceptance_criteria": "The report names every column used.\nThe notebook runs.",
            "amount": amount,
            "effort_hours": 20,
            "due_on": today + timedelta(days=14 * position),
        }
        for position, (title, phase, amount) in enumerate(STEPS[:count], start=1)
    ]


def make_proposal(
    organisation: Organisation,
    client_user: User,
    freelancer_user: User,
    *,
    milestones: int = 2,
    brief: dict[str, Any] = BRIEF,
) -> Proposal:
    """A sent proposal to an open brief, its figures as real as in the pictures."""
    by_client, by_freelancer = client(client_user), freelancer(freelancer_user)
    opened = draft_brief(organisation=organisation, by=by_client, facts=brief)
    publish_brief(brief=opened, by=by_client)
    proposal = draft_proposal(
        brief=opened, by=by_freelancer, facts=PROPOSAL, milestones=milestone_facts(milestones)
    )
    return submit_proposal(proposal=proposal, by=by_freelancer)


def make_offer(
    organisation: Organisation, client_user: User, freelancer_user: User, **options: Any
) -> Contract:
    """An offer as it is made when the client accepts a proposal."""
    proposal = make_proposal(organisation, client_user, freelancer_user, **options)
    accept_proposal(proposal=proposal, by=client(client_user), version=1)
    return proposal.contracts.get()


def sign_both(contract: Contract) -> Contract:
    """Both names under the version on the table."""
    for actor in (client(contract.offered_by), freelancer(contract.freelancer)):
        sign_terms(contract=contract, sha256=contract.terms.sha256, by=actor, name=str(actor.user))
    return contract


def make_agreed(*people: Any, **options: Any) -> Contract:
    return sign_both(make_offer(*people, **options))


def pay(escrow: Escrow) -> Escrow:
    """The processor reports that the checkout of `escrow` was paid: what is missing of it."""
    number, amount = next(_numbers), escrow.to_charge.minor
    charge = Charge.objects.create(escrow=escrow, currency=escrow.currency, amount=amount)
    booking = Booking(id=f"txn_{number}", amount=amount, fee=30, currency=escrow.currency)
    payment = Payment(
        session_id=f"cs_{number}",
        state=PaymentState.PAID,
        payment_intent_id=f"pi_{number}",
        charge_id=f"ch_{number}",
        amount_received=amount,
        currency=escrow.currency,
        booking=booking,
    )
    apply_payment(charge, payment)
    escrow.refresh_from_db()
    return escrow


def fund(unit: Unit) -> Unit:
    pay(open_funding(unit=unit, by=client(unit.contract.offered_by)))
    return fresh(unit)


def make_active(*people: Any, **options: Any) -> Contract:
    """A running contract whose first milestone is funded."""
    contract = make_agreed(*people, **options)
    fund(contract.units.get(position=1))
    return fresh(contract)


def deliver(unit: Unit, *, note: str = "Report and notebook.") -> Submission:
    upload = SimpleUploadedFile("report.csv", b"column,used\ntenure,yes\n")
    return submit_milestone(
        milestone=unit.milestone,
        by=freelancer(unit.contract.freelancer),
        note=note,
        files=[upload],
    )


def send_back(unit: Unit, by: Actor, *, reason: str = "Column 4.") -> ChangeRequest:
    """Changes requested to the first criterion of a submitted milestone."""
    finding = Finding(unit.criteria.first(), is_met=False, reason=reason)
    return request_changes(milestone=unit.milestone, findings=[finding], by=by)


def fresh(row: Any) -> Any:
    """The same row, read again."""
    return type(row)._base_manager.get(pk=row.pk)
