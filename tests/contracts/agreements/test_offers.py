from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.organisations.models.organisations import Membership
from contracts.agreements.errors import OfferLapsed
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.offers import decline_offer, make_offer, withdraw_offer
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.states import ContractState
from contracts.units.services.closings import lapse_contract
from contracts.units.services.funding import open_funding
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove
from marketplace.core.web.reasons import ReasonMissing
from payments.escrows.models.fee_schedules import FeeSchedule
from payments.escrows.states import EscrowState
from projects.proposals.errors import ConflictOfSides
from projects.proposals.services.proposals import accept_proposal
from projects.proposals.states import ProposalState
from tests.factories.accounts import make_member
from tests.factories.contracts import fresh, make_proposal


def test_accepting_a_proposal_makes_an_offer_of_its_milestones_and_price(offered, as_client):
    draft = offered.terms.draft
    assert (offered.state, offered.kind, offered.currency) == ("offered", "fixed", "USD")
    assert [item.title for item in draft.schedule.milestones] == [
        "Data and feasibility",
        "Model and evaluation",
    ]
    assert (draft.price.minor, offered.fee_basis_points, offered.review_days) == (660_000, 800, 7)
    assert offered.lapses_at - offered.offered_at >= timedelta(days=6, hours=23)


@pytest.mark.parametrize(("ended", "rate"), [("completed", 500), ("terminated", 800)])
def test_two_who_completed_a_contract_get_the_fee_of_repeat_pairs(people, as_client, ended, rate):
    FeeSchedule.objects.update(repeat_basis_points=500)
    first = make_offer(proposal=make_proposal(*people), by=as_client)
    assert first.fee_basis_points == 800
    Contract.objects.filter(pk=first.pk).update(state=ended)
    second = make_offer(proposal=make_proposal(*people), by=as_client)
    assert (second.fee_basis_points, second.terms.draft.fee_basis_points) == (rate, rate)


def test_a_member_of_the_client_gets_no_offer(people, as_client):
    organisation, _, freelancer = people
    proposal = make_proposal(*people)
    make_member(organisation, Membership.Role.VIEWER, freelancer)
    with pytest.raises(ConflictOfSides):
        accept_proposal(proposal=proposal, by=as_client, version=1)
    assert (Contract.objects.count(), fresh(proposal).state) == (0, ProposalState.SUBMITTED)


def test_a_withdrawn_offer_returns_the_proposal(offered, as_client):
    withdraw_offer(contract=offered, by=as_client)
    assert fresh(offered).state == ContractState.WITHDRAWN
    assert fresh(offered.proposal).state == ProposalState.SHORTLISTED


def test_only_the_client_withdraws(offered, as_freelancer):
    with pytest.raises(ActorNotAllowed):
        withdraw_offer(contract=offered, by=as_freelancer)
    assert fresh(offered).state == ContractState.OFFERED


def test_an_offer_that_both_signed_cannot_be_withdrawn(agreed, as_client):
    with pytest.raises(IllegalMove):
        withdraw_offer(contract=agreed, by=as_client)
    assert fresh(agreed).state == ContractState.AWAITING_FUNDS


def test_declining_needs_a_reason(offered, as_freelancer):
    with pytest.raises(ReasonMissing):
        decline_offer(contract=offered, by=as_freelancer, why=" ")
    assert fresh(offered).state == ContractState.OFFERED
    decline_offer(contract=offered, by=as_freelancer, why="No time before March.")
    assert fresh(offered).state == ContractState.DECLINED
    assert fresh(offered.proposal).state == ProposalState.SHORTLISTED


def test_a_returned_proposal_can_be_offered_again(offered, as_client):
    withdraw_offer(contract=offered, by=as_client)
    accept_proposal(proposal=fresh(offered.proposal), by=as_client, version=1)
    states = offered.proposal.contracts.order_by("pk").values_list("state", flat=True)
    assert list(states) == [ContractState.WITHDRAWN, ContractState.OFFERED]


def test_an_offer_lapses_after_seven_days_and_not_before(offered):
    with time_machine.travel(offered.lapses_at - timedelta(minutes=1), tick=False):
        lapse_contract(contract=offered)
        assert fresh(offered).state == ContractState.OFFERED
    with time_machine.travel(offered.lapses_at, tick=False):
        lapse_contract(contract=offered)
        lapse_contract(contract=offered)
    assert fresh(offered).state == ContractState.LAPSED
    assert fresh(offered.proposal).state == ProposalState.SHORTLISTED


def test_a_lapsed_offer_is_not_signed_though_the_schedule_is_late(offered, as_client):
    with time_machine.travel(offered.lapses_at, tick=False), pytest.raises(OfferLapsed):
        sign_terms(contract=offered, sha256=offered.terms.sha256, by=as_client, name="Clara Client")
    assert offered.terms.signatures.count() == 0


def test_an_agreed_contract_without_money_lapses_and_closes_its_escrow(agreed, as_client):
    escrow = open_funding(unit=agreed.units.get(position=1), by=as_client)
    with time_machine.travel(agreed.lapses_at, tick=False):
        lapse_contract(contract=agreed)
    assert fresh(agreed).state == ContractState.LAPSED
    assert fresh(escrow).state == EscrowState.CANCELLED
    states = agreed.units.values_list("state", flat=True)
    assert list(states) == ["cancelled", "cancelled"]


def test_a_contract_does_not_lapse_while_its_payment_is_processed(agreed, as_client):
    escrow = open_funding(unit=agreed.units.get(position=1), by=as_client)
    type(escrow).objects.filter(pk=escrow.pk).update(state=EscrowState.PROCESSING)
    with time_machine.travel(agreed.lapses_at + timedelta(days=1), tick=False):
        lapse_contract(contract=agreed)
    assert fresh(agreed).state == ContractState.AWAITING_FUNDS


def test_signing_starts_the_time_to_fund_anew(offered, as_client, as_freelancer):
    later = timezone.now() + timedelta(days=3)
    with time_machine.travel(later, tick=False):
        for actor in (as_client, as_freelancer):
            sign_terms(
                contract=offered, sha256=offered.terms.sha256, by=actor, name=actor.user.name
            )
    assert fresh(offered).lapses_at == later + timedelta(days=7)
