from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.agreements.services.progress import note_progress
from contracts.agreements.states import ContractState
from contracts.milestones.views.milestones import MilestonePage
from contracts.units.errors import CancellationPending, FreelancerNotSilent, NotYoursToAnswer
from contracts.units.services.cancellations import (
    agree_cancellation,
    ask_cancellation,
    drop_cancellation,
    reclaim_unit,
    refuse_cancellation,
)
from contracts.units.states import CancellationState, UnitState
from contracts.units.tasks import warn_silent_freelancers
from marketplace.core.data.errors import IllegalMove
from marketplace.core.data.models import Event
from payments.escrows.states import EscrowState
from payments.refunds.models import Refund
from tests.factories.contracts import fresh

WEEK = timedelta(days=7)


@pytest.fixture
def asked(funded, as_client):
    return ask_cancellation(unit=funded, by=as_client, why="The data is not coming.")


def test_asking_moves_nothing(asked, funded):
    assert (asked.state, fresh(funded).state) == (CancellationState.ASKED, UnitState.FUNDED)
    assert Refund.objects.count() == 0


def test_consent_refunds_the_held_funds_in_full(asked, funded, as_freelancer):
    agree_cancellation(cancellation=asked, by=as_freelancer)
    refund = Refund.objects.get()
    assert (refund.amount, refund.escrow) == (240_000, funded.escrow)
    assert fresh(funded).state == UnitState.REFUNDED
    assert fresh(funded.escrow).state == EscrowState.REFUNDED


@pytest.mark.parametrize("answer", [agree_cancellation, refuse_cancellation])
def test_nobody_answers_their_own_question(asked, funded, as_client, answer):
    with pytest.raises(NotYoursToAnswer):
        answer(cancellation=asked, by=as_client)
    assert (fresh(asked).state, fresh(funded).state) == ("asked", UnitState.FUNDED)


def test_only_who_asked_takes_it_back(asked, as_client, as_freelancer):
    with pytest.raises(NotYoursToAnswer):
        drop_cancellation(cancellation=asked, by=as_freelancer)
    assert fresh(asked).state == CancellationState.ASKED
    drop_cancellation(cancellation=asked, by=as_client)
    assert fresh(asked).state == CancellationState.DROPPED


def test_a_refusal_lets_the_milestone_go_on(asked, funded, as_freelancer):
    refuse_cancellation(cancellation=asked, by=as_freelancer, why="Half of it is done.")
    assert (fresh(asked).state, fresh(funded).state) == ("refused", UnitState.FUNDED)


def test_one_question_at_a_time(asked, funded, as_freelancer):
    with pytest.raises(CancellationPending):
        ask_cancellation(unit=funded, by=as_freelancer, why="Me too.")
    assert funded.cancellations.count() == 1


def test_an_unfunded_milestone_is_cancelled_without_money(planned, as_client, as_freelancer):
    question = ask_cancellation(unit=planned, by=as_freelancer, why="Not needed.")
    agree_cancellation(cancellation=question, by=as_client)
    assert (fresh(planned).state, Refund.objects.count()) == (UnitState.CANCELLED, 0)
    assert fresh(planned.contract).state == ContractState.ACTIVE


def test_nothing_is_cancelled_before_the_contract_is_active(agreed, as_client):
    unit = agreed.units.get(position=1)
    with pytest.raises(ContractNotRunning):
        ask_cancellation(unit=unit, by=as_client, why="Changed our mind.")
    assert unit.cancellations.count() == 0


def test_seven_silent_days_let_the_client_take_the_funds_back(funded, as_client):
    with time_machine.travel(funded.funded_at + WEEK - timedelta(seconds=1), tick=False):
        with pytest.raises(FreelancerNotSilent):
            reclaim_unit(unit=funded, by=as_client)
        assert fresh(funded).state == UnitState.FUNDED
    with time_machine.travel(funded.funded_at + WEEK, tick=False):
        reclaim_unit(unit=funded, by=as_client)
    assert (fresh(funded).state, Refund.objects.get().amount) == ("refunded", 240_000)


def test_a_sign_of_life_starts_the_seven_days_anew(funded, as_client, as_freelancer):
    with time_machine.travel(funded.funded_at + timedelta(days=6), tick=False):
        note_progress(contract=funded.contract, by=as_freelancer, note="Data is joined.")
    with (
        time_machine.travel(funded.funded_at + WEEK, tick=False),
        pytest.raises(FreelancerNotSilent),
    ):
        reclaim_unit(unit=funded, by=as_client)
    assert fresh(funded).state == UnitState.FUNDED


def test_a_pause_is_not_held_against_the_freelancer(funded, active, as_client):
    pause_contract(contract=active, by=as_client, why="Holidays.")
    with time_machine.travel(timezone.now() + WEEK, tick=False):
        with pytest.raises(IllegalMove):
            reclaim_unit(unit=funded, by=as_client)
        resume_contract(contract=active, by=as_client)
        with pytest.raises(FreelancerNotSilent):
            reclaim_unit(unit=funded, by=as_client)
    assert fresh(funded).state == UnitState.FUNDED


def test_a_submitted_milestone_is_never_taken_back_alone(submitted, as_client):
    with (
        time_machine.travel(submitted.submitted_at + timedelta(days=6), tick=False),
        pytest.raises(IllegalMove),
    ):
        reclaim_unit(unit=submitted, by=as_client)
    assert (fresh(submitted).state, Refund.objects.count()) == (UnitState.SUBMITTED, 0)


def test_a_silent_freelancer_is_warned_once_two_days_before(funded):
    counts = []
    for days in (4.9, 5.1, 6):
        with time_machine.travel(funded.funded_at + timedelta(days=days), tick=False):
            warn_silent_freelancers()
        counts.append(Event.objects.filter(verb="milestone.silence_warned").count())
    assert counts == [0, 1, 1]


def test_a_page_that_was_read_before_the_answer_still_opens(
    asked, funded, as_client, as_freelancer, browser_of, monkeypatch
):
    load = MilestonePage.load

    def load_and_be_overtaken(page):
        unit = load(page)
        agree_cancellation(cancellation=asked, by=as_freelancer)
        return unit

    monkeypatch.setattr(MilestonePage, "load", load_and_be_overtaken)
    answer = browser_of(as_client.user).get(funded.get_absolute_url())
    assert (answer.status_code, "cancellation" in answer.context) == (200, False)
