"""Paid trials from the offer to what was handed in, and to the feedback where one is closed."""

from typing import Any

from django.conf import settings

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.signatures import sign_terms
from contracts.trials.models import Trial
from contracts.trials.services.offers import offer_trial
from contracts.trials.services.reviews import approve_trial
from contracts.trials.services.submissions import submit_trial
from contracts.units.services.funding import open_funding
from local.demo.content import shapes
from local.demo.content.briefs import BRIEFS
from local.demo.content.deals.trials import TRIALS
from local.demo.stories.cast import freelancer_called, hirer_of, organisation_of, payer_of
from local.demo.stories.files import upload_of
from local.demo.stories.jobs import run_promised_jobs
from local.demo.stories.money import pay, set_up_payouts
from marketplace.core.data.money import exponent
from payments.payouts.queries.payees import payouts_out_of_reach
from projects.proposals.models.proposals import Proposal


def tell_trials() -> int:
    """Take every trial to where its words say; returns how many there are."""
    for told in TRIALS:
        for attempt in told.tries:
            _try(told, attempt)
            run_promised_jobs()
    return Trial.objects.count()


def _try(told: shapes.Trial, attempt: shapes.Try) -> None:
    contract = _offered(told, attempt)
    if not settings.STRIPE_API_BASE:
        return
    if payouts_out_of_reach(contract.freelancer) or attempt.feedback:
        set_up_payouts(contract.freelancer)
    _sign(contract)
    unit = contract.units.get()
    payer = payer_of(contract.organisation)
    if unit.is_unfunded:
        pay(open_funding(unit=unit, by=payer), by=payer, back_to=contract.get_absolute_url())
    trial = _trial_of(contract)
    if trial.unit.is_funded:
        submit_trial(
            trial=trial,
            by=freelancer_called(attempt.by),
            note=attempt.delivery.note,
            next_steps=attempt.next_steps,
            questions=attempt.questions,
            files=[upload_of(attempt.delivery)],
        )
    trial = _trial_of(contract)
    if attempt.feedback and trial.unit.is_in_review:
        by = hirer_of(contract.organisation)
        approve_trial(trial=trial, by=by, feedback=attempt.feedback)


def _offered(told: shapes.Trial, attempt: shapes.Try) -> Contract:
    brief = next(brief for brief in BRIEFS if brief.key == told.brief)
    proposal = Proposal.objects.get(
        brief__title=brief.title,
        brief__organisation=organisation_of(brief.organisation),
        freelancer=freelancer_called(attempt.by).user,
    )
    made = proposal.contracts.filter(kind=EngagementKind.TRIAL).first()
    if made is not None:
        return made
    return offer_trial(
        proposal=proposal,
        task=told.task,
        hours=told.hours,
        due_days=told.due_days,
        amount=attempt.price * 10 ** exponent(proposal.brief.currency),
        criteria=told.criteria,
        by=hirer_of(proposal.brief.organisation),
    )


def _sign(contract: Contract) -> None:
    """Both names, unless they stand there."""
    for by in (hirer_of(contract.organisation), freelancer_called(_key_of(contract))):
        terms: Any = contract.terms
        if not terms.signatures.filter(side=by.role).exists():
            sign_terms(contract=contract, sha256=terms.sha256, by=by, name=by.user.name)


def _key_of(contract: Contract) -> str:
    return contract.freelancer.email.split("@")[0]


def _trial_of(contract: Contract) -> Trial:
    rows = Trial.objects.select_related("unit__contract", "unit__escrow")
    return rows.get(unit__contract=contract)
