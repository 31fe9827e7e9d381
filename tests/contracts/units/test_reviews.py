import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from contracts.agreements.states import ContractState
from contracts.units.models.units import Unit
from contracts.units.services.reviews import approve_silent_unit, approve_unit
from contracts.units.states import UnitState
from contracts.units.tasks import approve_silent_milestones, remind_reviews
from marketplace.core.data.actors import client
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove
from marketplace.core.data.events import events_of
from marketplace.core.data.models import Event
from payments.escrows.states import EscrowState
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from tests.factories.contracts import deliver, fresh


def reminders(unit) -> list[str]:
    events = events_of(unit).filter(verb="milestone.review_reminded")
    return [event.particulars["when"] for event in events]


def test_approval_releases_the_price_less_the_fee(submitted, as_client):
    approve_unit(unit=submitted, by=as_client)
    payout = Payout.objects.get()
    assert fresh(submitted).state == UnitState.RELEASED
    assert (payout.payee, payout.amount, payout.fee) == (
        submitted.contract.freelancer,
        220_800,
        19_200,
    )
    assert fresh(submitted.escrow).state == EscrowState.RELEASED


def test_the_freelancer_cannot_approve(submitted, as_freelancer):
    with pytest.raises(ActorNotAllowed):
        approve_unit(unit=submitted, by=as_freelancer)
    assert (fresh(submitted).state, Payout.objects.count()) == (UnitState.SUBMITTED, 0)


@pytest.mark.parametrize("name", ["funded", "planned"])
def test_only_what_was_submitted_is_approved(name, as_client, request):
    unit = request.getfixturevalue(name)
    with pytest.raises(IllegalMove):
        approve_unit(unit=unit, by=as_client)
    assert (fresh(unit).state, Payout.objects.count()) == (unit.state, 0)


def test_silence_approves_when_the_review_period_ends_and_not_before(submitted):
    end = submitted.review_ends_at
    assert end - submitted.submitted_at == timedelta(days=7)
    with time_machine.travel(end - timedelta(seconds=1), tick=False):
        approve_silent_milestones()
        assert fresh(submitted).state == UnitState.SUBMITTED
    with time_machine.travel(end, tick=False):
        approve_silent_milestones()
        approve_silent_milestones()
    event = events_of(submitted).get(verb="milestone.approved")
    assert (fresh(submitted).state, event.role) == (UnitState.RELEASED, "system")
    assert Payout.objects.count() == 1


def test_a_review_goes_on_while_the_contract_is_paused(submitted):
    type(submitted.contract).objects.update(state=ContractState.PAUSED)
    with time_machine.travel(submitted.review_ends_at, tick=False):
        assert approve_silent_unit(unit=submitted)
    assert fresh(submitted).state == UnitState.RELEASED


def test_the_client_is_reminded_once_at_half_time_and_once_on_the_last_day(submitted):
    start = submitted.submitted_at
    seen = []
    for days in (3, 3.6, 4, 5.9, 6.1, 6.5):
        with time_machine.travel(start + timedelta(days=days), tick=False):
            remind_reviews()
            remind_reviews()
        seen.append(reminders(submitted))
    assert [len(so_far) for so_far in seen] == [0, 1, 1, 1, 2, 2]
    assert seen[-1] == ["half time", "last day"]


def test_an_answered_review_is_not_reminded(submitted, as_client):
    approve_unit(unit=submitted, by=as_client)
    with time_machine.travel(submitted.submitted_at + timedelta(days=4), tick=False):
        remind_reviews()
    assert reminders(submitted) == []


def test_a_paused_contract_takes_no_delivery(funded, as_client):
    type(funded.contract).objects.update(state=ContractState.PAUSED)
    with pytest.raises(Exception, match="delivering is not possible"):
        deliver(funded)
    assert (fresh(funded).state, funded.submissions.count()) == (UnitState.FUNDED, 0)


@pytest.mark.django_db(transaction=True)
def test_two_browsers_approving_at_once_release_once(submitted, as_client):
    outcomes = []
    start = threading.Barrier(2)

    def approve():
        unit = Unit.objects.select_related("contract").get(pk=submitted.pk)
        start.wait()
        try:
            approve_unit(unit=unit, by=client(as_client.user))
            outcomes.append("released")
        except IllegalMove:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=approve) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "released"]
    assert Payout.objects.count() == 1
    assert Transfer.objects.filter(key__startswith="release:").count() == 1
    assert Event.objects.filter(verb="milestone.released").count() == 1
