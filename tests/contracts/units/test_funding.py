import pytest
import time_machine

from contracts.agreements.errors import ContractNotRunning, OfferLapsed
from contracts.agreements.services.pauses import pause_contract
from contracts.agreements.states import ContractState
from contracts.units.errors import EarlierUnitUnfunded
from contracts.units.services.funding import mark_funded, open_funding
from contracts.units.states import UnitState
from marketplace.core.data.errors import IllegalMove
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState
from projects.briefs.states import BriefState
from projects.proposals.states import ProposalState
from tests.factories.contracts import fresh, fund, pay


def test_opening_twice_gives_the_same_escrow(agreed, as_client):
    unit = agreed.units.get(position=1)
    escrow = open_funding(unit=unit, by=as_client)
    assert open_funding(unit=unit, by=as_client) == escrow
    assert (escrow.amount, escrow.currency, escrow.fee_basis_points) == (240_000, "USD", 800)
    assert (escrow.payer, escrow.payee) == (agreed.organisation, agreed.freelancer)


def test_the_first_money_makes_the_contract_active_and_fills_the_brief(agreed):
    unit = fund(agreed.units.get(position=1))
    assert unit.state == UnitState.FUNDED
    assert fresh(agreed).state == ContractState.ACTIVE
    assert fresh(agreed.brief).state == BriefState.FILLED
    assert fresh(agreed.proposal).state == ProposalState.ACCEPTED


def test_news_of_the_same_money_twice_funds_once(funded):
    at = funded.funded_at
    mark_funded(unit=funded)
    assert (fresh(funded).state, fresh(funded).funded_at) == (UnitState.FUNDED, at)


def test_milestones_are_funded_in_their_order(agreed, as_client):
    second = agreed.units.get(position=2)
    with pytest.raises(EarlierUnitUnfunded):
        open_funding(unit=second, by=as_client)
    assert (fresh(second).state, Escrow.objects.count()) == (UnitState.PLANNED, 0)


def test_a_funded_milestone_is_not_funded_again(funded, as_client):
    with pytest.raises(IllegalMove):
        open_funding(unit=funded, by=as_client)
    assert Escrow.objects.count() == 1


def test_nothing_is_funded_while_the_contract_is_paused(active, planned, as_client):
    pause_contract(contract=active, by=as_client, why="Holidays.")
    with pytest.raises(ContractNotRunning):
        open_funding(unit=planned, by=as_client)
    assert fresh(planned).state == UnitState.PLANNED


def test_a_lapsed_contract_is_not_funded_though_the_schedule_is_late(agreed, as_client):
    unit = agreed.units.get(position=1)
    with time_machine.travel(agreed.lapses_at, tick=False), pytest.raises(OfferLapsed):
        open_funding(unit=unit, by=as_client)
    assert fresh(unit).state == UnitState.PLANNED


def test_money_that_arrives_for_a_cancelled_escrow_goes_back(agreed, as_client):
    unit = agreed.units.get(position=1)
    escrow = open_funding(unit=unit, by=as_client)
    Escrow.objects.filter(pk=escrow.pk).update(state=EscrowState.CANCELLED, cancel_reason="lapsed")
    pay(fresh(escrow))
    assert fresh(unit).state == UnitState.AWAITING_FUNDS
    assert escrow.charges.get().state == ChargeState.RETURNED
