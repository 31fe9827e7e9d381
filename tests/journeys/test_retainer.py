"""A retainer over four months, with a moved clock: hours, a missed report, a new fee, notice."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.retainers.cycle.clock import charged_from, midnight, months_after
from contracts.retainers.services.periods import keep_periods
from contracts.units.models.units import Unit
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.retainers import REPORT, make_retainer_agreed
from tests.journeys import steps
from tests.sandbox import wait_for

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def first() -> datetime:
    """A midnight of four months ago: the clock moves from there, and never beyond today."""
    return midnight(months_after(timezone.now().date() - 9 * DAY, -4))


@pytest.fixture
def contract(first, organisation, client_person, freelancer_person) -> Contract:
    with time_machine.travel(first + 7 * HOUR):
        return make_retainer_agreed(organisation, client_person, freelancer_person)


@pytest.fixture
def at(client_at_work, freelancer_at_work, client_person, freelancer_person):
    """The clock stands elsewhere, and both have signed in there."""

    @contextmanager
    def travel(moment: datetime) -> Iterator[None]:
        with time_machine.travel(moment, tick=True):
            client_at_work.come_back(client_person)
            freelancer_at_work.come_back(freelancer_person)
            yield

    return travel


def unit(contract: Contract, position: int) -> Unit:
    return contract.units.select_related("period").get(position=position)


def clock(contract: Contract) -> None:
    keep_periods(contract=Contract.objects.get(pk=contract.pk))


def renew(contract: Contract, position: int) -> str:
    """The clock charges the next period to the saved card; returns its page."""
    ends_at = unit(contract, position - 1).ends_at
    with time_machine.travel(charged_from(ends_at) + HOUR, tick=True):
        clock(contract)
        wait_for(lambda: unit(contract, position).state == "funded", seconds=30)
    return unit(contract, position).get_absolute_url()


def test_four_months_of_a_retainer(contract, first, at, client_at_work, freelancer_at_work):
    client, freelancer = client_at_work, freelancer_at_work
    room, one = f"/contracts/{contract.public_id}/", unit(contract, 1)
    with at(first + 8 * HOUR):
        steps.start_checkout(client, room)
        steps.pay_by_card(client, steps.PAYS)
        client.sees("Paid and held")
        steps.save_card(client, steps.PAYS)
    page = one.get_absolute_url()
    with at(first + 3 * DAY + 20 * HOUR):
        day = (first + 2 * DAY).date().isoformat()
        steps.write_time(freelancer, page, day=day, starts="10:00", ends="18:00")
        freelancer.sees("8:00 h")
    two = renew(contract, 2)
    with at(one.ends_at + 13 * HOUR):
        clock(contract)
        steps.report_period(freelancer, page, REPORT)
        client.open(two)
        client.sees("5:00 h")
        steps.approve_period(client, page)
    three = renew(contract, 3)
    with at(unit(contract, 2).ends_at + 2 * DAY + HOUR):
        clock(contract)
        client.open(two)
        client.sees("The report of this period is missing.")
        steps.report_period(freelancer, two, REPORT | {"choice": "retrain"})
        steps.approve_period(client, two)
        steps.propose_fee(freelancer, room, "3,500.00", "Two more models.")
        steps.sign_change(client, room)
    four = renew(contract, 4)
    with at(unit(contract, 3).ends_at - DAY):
        steps.give_notice(client, room, "The models are retired in spring.")
    for position, address in ((3, three), (4, four)):
        with at(unit(contract, position).ends_at + 9 * HOUR):
            clock(contract)
            steps.report_period(freelancer, address, REPORT)
            steps.approve_period(client, address)
    check(contract, freelancer)


def check(contract: Contract, freelancer) -> None:
    """Silence would have kept the old fee, and the new one holds a whole period later: never."""
    states = contract.units.order_by("position").values_list("state", "amount")
    assert list(states) == [("released", 300_000)] * 4
    assert Contract.objects.get(pk=contract.pk).is_completed
    assert sum(a + f for a, f in Payout.objects.values_list("amount", "fee")) == 1_200_000
    assert not Refund.objects.exists()
    freelancer.mailbox.wait(freelancer.email, "report")
    assert sum(line.total for line in trial_balance()) == 0
    assert misstated_accounts() == []
