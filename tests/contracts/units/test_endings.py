import pytest
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.agreements.states import ContractState
from contracts.units.errors import RefundNeedsSecondPerson, WorkUndecided
from contracts.units.services.cancellations import agree_cancellation, ask_cancellation
from contracts.units.services.closings import give_notice, lapse_contract, terminate_contract
from contracts.units.services.funding import open_funding
from contracts.units.services.reviews import approve_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import freelancer
from marketplace.core.data.actors import moderator as as_moderator
from marketplace.core.data.errors import ActorNotAllowed
from marketplace.core.data.events import events_of
from marketplace.core.web.reasons import ReasonMissing
from payments.refunds.models import Refund
from payments.staff.models import AdjustmentAct
from payments.staff.services.adjustments import approve_adjustment, ask_for_adjustment
from tests.factories.accounts import make_user
from tests.factories.contracts import deliver, fresh, make_active, make_agreed, pay


def states_of(contract):
    return list(contract.units.order_by("position").values_list("state", flat=True))


def test_either_side_pauses_and_resumes(active, as_client, as_freelancer):
    pause_contract(contract=active, by=as_freelancer, why="Ill this week.")
    assert fresh(active).state == ContractState.PAUSED
    resume_contract(contract=active, by=as_client)
    assert fresh(active).state == ContractState.ACTIVE


@pytest.mark.parametrize("act", [pause_contract, give_notice])
def test_pausing_and_notice_need_a_reason(active, as_client, act):
    with pytest.raises(ReasonMissing):
        act(contract=active, by=as_client, why=" ")
    assert fresh(active).state == ContractState.ACTIVE


def test_notice_ends_what_is_not_funded_and_keeps_what_is(active, as_freelancer):
    give_notice(contract=active, by=as_freelancer, why="Another employment.")
    assert fresh(active).state == ContractState.ENDING
    assert states_of(active) == [UnitState.FUNDED, UnitState.CANCELLED]
    assert Refund.objects.count() == 0


def test_an_ending_contract_is_completed_by_its_last_release(active, funded, as_client):
    give_notice(contract=active, by=as_client, why="Budget cut.")
    deliver(funded)
    approve_unit(unit=funded, by=as_client)
    assert fresh(active).state == ContractState.COMPLETED
    assert states_of(active) == [UnitState.RELEASED, UnitState.CANCELLED]


def test_an_ending_contract_without_a_release_is_terminated(
    active, funded, as_client, as_freelancer
):
    give_notice(contract=active, by=as_client, why="Budget cut.")
    question = ask_cancellation(unit=funded, by=as_client, why="Budget cut.")
    agree_cancellation(cancellation=question, by=as_freelancer)
    assert fresh(active).state == ContractState.TERMINATED


def test_refunding_everything_by_agreement_completes_the_contract(
    people, as_client, as_freelancer, active, funded, planned
):
    for unit in (planned, funded):
        question = ask_cancellation(unit=unit, by=as_client, why="Not needed.")
        agree_cancellation(cancellation=question, by=as_freelancer)
    assert fresh(active).state == ContractState.COMPLETED
    assert states_of(active) == [UnitState.REFUNDED, UnitState.CANCELLED]


def test_staff_terminate_with_a_reason_and_refund_what_is_held(active, moderator, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 240_000}
    terminate_contract(contract=active, by=as_moderator(moderator), why="Fraud report 12.")
    event = events_of(active).get(verb="contract.terminated")
    assert (event.actor, event.why) == (moderator, "Fraud report 12.")
    assert states_of(active) == [UnitState.REFUNDED, UnitState.CANCELLED]
    assert Refund.objects.get().amount == 240_000


def test_what_a_second_person_must_approve_is_not_refunded_by_ending_a_contract(
    active, funded, moderator
):
    by, why = as_moderator(moderator), "Fraud report 12."
    with pytest.raises(RefundNeedsSecondPerson):
        terminate_contract(contract=active, by=by, why=why)
    assert (fresh(active).state, fresh(funded).state) == ("active", "funded")
    assert Refund.objects.count() == 0
    asked = ask_for_adjustment(
        act=AdjustmentAct.REFUND_HELD,
        subject=fresh(funded).held_in,
        by=by,
        why=why,
        parameters={"amount": 240_000},
    )
    second = as_moderator(make_user("Saul Second", is_moderator=True))
    approve_adjustment(adjustment=asked, by=second, why="I have read the report.")
    terminate_contract(contract=fresh(active), by=by, why=why)
    assert (fresh(active).state, Refund.objects.get().amount) == ("terminated", 240_000)


def test_staff_terminate_no_contract_with_work_undecided(active, submitted, moderator):
    with pytest.raises(WorkUndecided):
        terminate_contract(contract=active, by=as_moderator(moderator), why="Report no. 12.")
    assert fresh(active).state == ContractState.ACTIVE
    assert states_of(active) == [UnitState.SUBMITTED, UnitState.PLANNED]


def test_a_side_cannot_terminate(active, as_client, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 240_000}
    with pytest.raises(ActorNotAllowed):
        terminate_contract(contract=active, by=as_client, why="I want to.")
    assert (fresh(active).state, Refund.objects.count()) == (ContractState.ACTIVE, 0)


def test_a_payment_after_each_way_to_cancel_goes_back_for_that_reason(people, as_client):
    def lapse(contract, unit):
        Contract.objects.filter(pk=contract.pk).update(lapses_at=timezone.now())
        lapse_contract(contract=fresh(contract))

    def agree(contract, unit):
        question = ask_cancellation(unit=unit, by=as_client, why="Budget cut.")
        agree_cancellation(cancellation=question, by=freelancer(contract.freelancer))

    def terminate(contract, unit):
        terminate_contract(contract=contract, by=as_moderator(make_user()), why="Terms broken.")

    def notice(contract, unit):
        give_notice(contract=contract, by=as_client, why="Budget cut.")

    ways = {"lapsed": lapse, "cancelled": agree, "notice": notice, "terminated": terminate}
    for reason, end in ways.items():
        is_young = reason in ("lapsed", "terminated")
        contract = make_agreed(*people) if is_young else make_active(*people)
        unit = contract.units.get(position=1 if is_young else 2)
        escrow = open_funding(unit=unit, by=as_client)
        end(contract, fresh(unit))
        escrow.refresh_from_db()
        pay(escrow)
        charge = escrow.charges.get()
        assert (charge.return_reason, charge.escrow.state) == (reason, "cancelled")
        assert fresh(unit).state == UnitState.CANCELLED
