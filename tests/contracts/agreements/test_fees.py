"""A proposal shows the fee that the contract of the two freezes."""

import re
from datetime import date

import pytest
from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.offers import make_offer
from payments.escrows.models.fee_schedules import FeeSchedule
from projects.proposals.services.proposals import accept_proposal
from projects.proposals.states import ProposalState
from tests.factories.contracts import fresh, make_proposal


@pytest.fixture
def repeat_fee(db):
    """8 % of what is released, 5 % between two who completed a contract together."""
    FeeSchedule.objects.update(repeat_basis_points=500)


@pytest.fixture
def worked_before(repeat_fee, people, as_client):
    first = make_offer(proposal=make_proposal(*people), by=as_client)
    Contract.objects.filter(pk=first.pk).update(state="completed")


def shown(browser, address: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", browser.get(address).content.decode()).split())


def pages(proposal) -> tuple[str, str]:
    """The page of the client, and the one on which they accept."""
    acceptance = reverse("projects:proposal_acceptance", args=[proposal.public_id])
    return proposal.get_absolute_url(), acceptance


def test_a_pair_that_worked_before_reads_its_lower_fee(
    worked_before, people, as_client, browser_of, client_person, freelancer_person
):
    proposal = make_proposal(*people)
    for page in pages(proposal):
        text = shown(browser_of(client_person), page)
        assert "Fee, 5 % 330.00 USD Freelancer receives 6,270.00 USD" in text
    edit = reverse("projects:proposal_edit", args=[proposal.public_id])
    form = shown(browser_of(freelancer_person), edit)
    assert "Fee, 5 % 330.00 USD You receive 6,270.00 USD" in form
    assert make_offer(proposal=proposal, by=as_client).terms.draft.fee.minor == 33_000


def test_a_first_contract_of_two_shows_the_usual_fee(repeat_fee, people, browser_of, client_person):
    for page in pages(make_proposal(*people)):
        text = shown(browser_of(client_person), page)
        assert "Fee, 8 % 528.00 USD Freelancer receives 6,072.00 USD" in text


def test_a_new_schedule_shows_before_a_contract_and_not_after(
    people, as_client, browser_of, client_person
):
    taken, waiting = make_proposal(*people), make_proposal(*people)
    accept_proposal(proposal=taken, by=as_client, version=1)
    assert fresh(taken).state == ProposalState.ACCEPTED
    FeeSchedule.objects.create(basis_points=650, valid_from=date(2026, 2, 1))
    browser = browser_of(client_person)
    assert "Fee, 8 % 528.00 USD" in shown(browser, taken.get_absolute_url())
    assert "Fee, 6.5 % 429.00 USD" in shown(browser, waiting.get_absolute_url())


def test_the_welcome_names_the_fee_of_the_schedule(browser_of, freelancer_person):
    FeeSchedule.objects.create(basis_points=650, valid_from=date(2026, 2, 1))
    welcome = shown(browser_of(freelancer_person), reverse("accounts:welcome"))
    assert "Free to propose; 6.5 % of what is released" in welcome
