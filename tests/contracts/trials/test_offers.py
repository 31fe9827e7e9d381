"""Offering a trial: what is refused, and that nothing was made then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from contracts.agreements.clauses.schedules import TrialSchedule
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.offers import decline_offer, withdraw_offer
from contracts.agreements.services.terms import propose_terms
from contracts.trials.services.offers import offer_trial
from contracts.units.services.closings import lapse_contract
from marketplace.core.data.errors import DomainError
from marketplace.core.data.models import Event
from projects.briefs.services.briefs import close_brief
from projects.proposals.services.proposals import decline_proposal, shortlist_proposal
from tests.factories.accounts import make_freelancer
from tests.factories.contracts import fresh
from tests.factories.trials import TASK, offer_to, propose_to


def refused(proposal, by, **facts) -> str:
    """The code of the refusal, which left nothing behind."""
    before = (Contract.objects.count(), Event.objects.count())
    with pytest.raises(DomainError) as refusal:
        offer_trial(proposal=proposal, by=by, **TASK | facts)
    assert (Contract.objects.count(), Event.objects.count()) == before
    return refusal.value.code


def test_a_trial_is_offered_and_the_proposal_stays_undecided(proposal, as_client):
    shortlist_proposal(proposal=proposal, by=as_client)
    contract = offer_to(proposal)
    draft = contract.terms.draft
    assert (contract.kind, contract.state, contract.review_days) == ("trial", "offered", 3)
    assert contract.title == "Trial: Churn model for prepaid subscribers"
    assert draft.schedule == TrialSchedule(**TASK)
    assert (str(draft.price), draft.approach) == ("900.00 USD", "")
    assert fresh(proposal).state == "shortlisted"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"hours": 21}, "trial_too_long"),
        ({"hours": 0}, "trial_too_long"),
        ({"due_days": 11}, "trial_too_long"),
        ({"due_days": 0}, "trial_too_long"),
        ({"amount": 0}, "unpaid_trial"),
        ({"task": " "}, "trial_incomplete"),
        ({"criteria": (" ",)}, "trial_incomplete"),
    ],
)
def test_what_is_no_fair_trial_is_refused(proposal, as_client, facts, code):
    assert refused(proposal, as_client, **facts) == code


def test_less_than_an_hour_at_the_rate_of_the_profile_is_refused(proposal, as_client):
    profile = proposal.freelancer.freelancer_profile
    profile.hourly_rate, profile.currency = 12_000, "USD"
    profile.save()
    assert refused(proposal, as_client, hours=1, amount=11_999) == "trial_too_cheap"
    assert offer_to(proposal, hours=1, amount=12_000).terms.draft.price.minor == 12_000


def test_a_rate_in_another_currency_is_not_converted(proposal, as_client):
    profile = proposal.freelancer.freelancer_profile
    profile.hourly_rate, profile.currency = 12_000, "EUR"
    profile.save()
    assert offer_to(proposal, amount=9_000).terms.draft.price.minor == 9_000


def test_a_second_trial_of_the_same_proposal_is_refused(trial_offer, proposal, as_client):
    assert refused(proposal, as_client) == "trial_already_offered"


def test_a_fourth_at_once_is_refused_until_one_is_withdrawn(trial_offer, proposal, as_client):
    others = [propose_to(proposal.brief, make_freelancer()) for _ in range(3)]
    offered = [offer_to(other) for other in others[:2]]
    assert refused(others[2], as_client) == "too_many_trials"
    withdraw_offer(contract=offered[0], by=as_client)
    assert offer_to(others[2]).state == "offered"


@pytest.mark.parametrize(
    "other", [{"task": "Another."}, {"hours": 5}, {"due_days": 9}, {"criteria": ("Short.",)}]
)
def test_everybody_gets_the_same_task(trial_offer, proposal, as_client, other):
    second = propose_to(proposal.brief, make_freelancer())
    assert refused(second, as_client, **other) == "another_task"
    assert offer_to(second, amount=120_000).state == "offered"


def test_a_decided_proposal_gets_no_trial(proposal, as_client):
    decline_proposal(proposal=proposal, by=as_client, why="Another one fits better.")
    assert refused(proposal, as_client) == "proposal_decided"


def test_a_closed_brief_takes_no_trial(proposal, as_client):
    close_brief(brief=proposal.brief, by=as_client, why="We do it ourselves.")
    assert refused(fresh(proposal), as_client) == "brief_not_open"


def test_an_offer_that_ends_leaves_the_proposal_where_it_was(
    clock, trial_offer, proposal, as_client, as_freelancer
):
    decline_offer(contract=trial_offer, by=as_freelancer, why="Too short.")
    withdraw_offer(contract=offer_to(proposal), by=as_client)
    third = offer_to(proposal)
    clock.shift(timedelta(days=8))
    lapse_contract(contract=third)
    assert fresh(third).state == "lapsed"
    assert fresh(proposal).state == "submitted"


def test_the_terms_of_a_trial_are_not_negotiated(trial_offer, as_freelancer):
    draft = replace(trial_offer.terms.draft, review_days=14)
    with pytest.raises(DomainError) as refusal:
        propose_terms(contract=trial_offer, draft=draft, by=as_freelancer)
    assert refusal.value.code == "trial_terms_fixed"
    assert (fresh(trial_offer).state, trial_offer.versions.count()) == ("offered", 1)
