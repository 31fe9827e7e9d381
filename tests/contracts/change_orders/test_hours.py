"""Another rate and another limit of work by the hour: both hold from next Monday."""

from dataclasses import replace

import pytest
import time_machine

from contracts.agreements.models.contracts import Contract
from contracts.change_orders.queries import draft_in_force
from contracts.units.models.units import kind_of
from marketplace.core.data.actors import freelancer
from tests.factories.change_orders import draft_of, propose, sign
from tests.factories.contracts import fresh, fund
from tests.factories.timesheets import at, keep, make_hourly, week_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    """Stands on Monday 2 November 2026, 08:00 UTC, until a test moves it."""
    with time_machine.travel(at(0, 8), tick=False) as machine:
        yield machine


@pytest.fixture
def hourly(clock, people) -> Contract:
    return make_hourly(*people)


def with_hours(contract, **facts):
    draft = draft_of(contract)
    return replace(draft, schedule=replace(draft.hours, **facts))


def agree(contract, **facts):
    by = freelancer(contract.freelancer)
    return sign(propose(contract, with_hours(contract, **facts), by))


def rates(contract) -> list[tuple[int, int, int]]:
    weeks = contract.units.order_by("position")
    return list(weeks.values_list("week__rate", "week__limit_hours", "amount"))


def test_a_new_rate_leaves_the_running_week_as_it_is(clock, hourly):
    order = agree(hourly, rate=9_000)
    assert order.takes_effect_at == at(7, 0)
    assert rates(hourly) == [(8_000, 20, 160_000)]
    assert draft_in_force(fresh(hourly), at(6)).hours.rate == 8_000
    assert draft_in_force(fresh(hourly), at(7, 0)).hours.rate == 9_000


def test_the_next_week_is_laid_down_and_charged_at_the_new_rate(clock, hourly):
    agree(hourly, rate=9_000, weekly_hours=10)
    clock.move_to(at(4, 12))
    keep(hourly)
    assert rates(hourly) == [(8_000, 20, 160_000), (9_000, 10, 90_000)]
    assert hourly.units.get(position=2).escrow.amount == 90_000


def test_a_week_whose_charge_failed_is_charged_the_new_price(clock, hourly):
    clock.move_to(at(4, 12))
    keep(hourly)
    clock.move_to(at(5, 9))
    agree(hourly, rate=10_000)
    unit = hourly.units.get(position=2)
    assert (unit.amount, unit.escrow.amount, unit.state) == (200_000, 200_000, "awaiting_funds")
    assert week_of(unit).rate == 10_000


def test_a_week_that_is_paid_keeps_its_money_and_takes_the_new_rate(clock, hourly):
    clock.move_to(at(4, 12))
    keep(hourly)
    unit = fund(hourly.units.get(position=2))
    clock.move_to(at(5, 9))
    agree(hourly, rate=10_000, weekly_hours=10)
    week = week_of(unit)
    assert (week.rate, week.limit_hours, week.unit.amount) == (10_000, 10, 160_000)
    assert week.unit.escrow.left == 160_000


def test_words_tell_the_monday_and_what_stays_held(clock, hourly, client_side_words):
    clock.move_to(at(4, 12))
    keep(hourly)
    fund(hourly.units.get(position=2))
    assert client_side_words(hourly, rate=9_000, weekly_hours=10) == [
        "From Monday, 9 November 2026: 90.00 USD an hour instead of 80.00 USD.",
        "From Monday, 9 November 2026: at most 10 hours a week instead of 20.",
        "Week 2 is paid already: 1,600.00 USD stays held for it, and is what its time can come to "
        "at most. What it does not use pays for the next week.",
    ]


@pytest.fixture
def client_side_words():
    def words(contract, **facts):
        changes = kind_of(contract).changes
        return changes.in_words(contract, draft_of(contract), with_hours(contract, **facts))

    return words


def test_special_terms_hold_at_once(clock, hourly):
    draft = replace(draft_of(hourly), special_terms="Calls on Tuesdays.")
    order = sign(propose(hourly, draft, freelancer(hourly.freelancer)))
    assert order.takes_effect_at == at(0, 8)
    assert rates(hourly) == [(8_000, 20, 160_000)]
