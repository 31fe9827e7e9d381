"""By the hour over three weeks, with a moved clock: a saved card that says no, a contested line."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.cycle.clock import WEEK, monday_of
from contracts.timesheets.services.weeks import keep_weeks
from contracts.units.models.units import Unit
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.refunds.models import Refund
from tests.factories.timesheets import make_hourly_agreed
from tests.journeys import steps
from tests.sandbox import wait_for

FRIDAY, MONDAY_NOON = timedelta(days=4, hours=13), WEEK + timedelta(hours=12)


@pytest.fixture
def first() -> object:
    """The Monday of three weeks ago: the clock moves from there, and never beyond today."""
    return monday_of(timezone.now()) - 3 * WEEK


@pytest.fixture
def contract(first, organisation, client_person, freelancer_person) -> Contract:
    with time_machine.travel(first + timedelta(hours=7)):
        return make_hourly_agreed(organisation, client_person, freelancer_person)


def at(moment):
    return time_machine.travel(moment, tick=True)


def unit(contract: Contract, position: int) -> Unit:
    return contract.units.get(position=position)


def clock(contract: Contract) -> None:
    keep_weeks(contract=Contract.objects.get(pk=contract.pk))


def day(moment) -> str:
    return moment.date().isoformat()


def test_three_weeks_by_the_hour(contract, first, client_at_work, freelancer_at_work):
    client, freelancer = client_at_work, freelancer_at_work
    room = f"/contracts/{contract.public_id}/"
    with at(first + timedelta(hours=8)):
        steps.start_checkout(client, room)
        steps.pay_by_card(client, steps.PAYS)
        client.sees("Paid and held")
        steps.save_card(client, steps.SAVED_BUT_DECLINED)
    week = unit(contract, 1).get_absolute_url()
    with at(first + timedelta(days=2, hours=20)):
        for number in (0, 1, 2):
            on = day(first + timedelta(days=number))
            steps.write_time(freelancer, week, day=on, starts="10:00", ends="12:00")
        freelancer.sees("6:00 h")
        steps.write_time_refused(freelancer, week, day=day(first), starts="11:00", ends="13:00")
        freelancer.sees("That overlaps with “Feature table”")
    with at(first + FRIDAY):
        clock(contract)
        wait_for(lambda: unit(contract, 2).escrow.charge_plans.get().problem, seconds=30)
        client.open(unit(contract, 2).get_absolute_url())
        client.sees("This week is not paid for.")
        steps.start_another_checkout(client, room)
        steps.pay_by_card(client, steps.PAYS)
        client.sees("Paid and held")
    with at(first + MONDAY_NOON):
        clock(contract)
        steps.contest_first_line(client, week, "The labels were ours to make.")
        steps.approve_week(client, week)
        client.open(week)
        client.sees("The rest is paid; contested lines stay held.")
        freelancer.open(week)
        freelancer.follow("Give it up")
        freelancer.submit()
        freelancer.sees("Not paid")
    assert unit(contract, 1).state == "released"
    with at(first + WEEK + MONDAY_NOON):
        clock(contract)
        client.open(unit(contract, 3).get_absolute_url())
        client.sees("of it was left by weeks before it.")
    # What the first two weeks left pays for the third, and for most of the fourth.
    assert [unit(contract, place).state for place in (2, 3)] == ["refunded", "funded"]
    carried = [unit(contract, place).escrow.carried_in for place in (3, 4)]
    assert carried == [160_000, 112_000]
    assert list(Refund.objects.values_list("amount", flat=True)) == [16_000]
    for subject in ("Not paid:", "Contested: lines of", "Approved:"):
        freelancer.mailbox.wait(freelancer.email, subject)
    assert sum(line.total for line in trial_balance()) == 0
    assert misstated_accounts() == []
