"""Other terms of a retainer: hours from the next renewal, a fee after a full period's notice."""

from dataclasses import replace
from datetime import date

import pytest

from contracts.change_orders.services.orders import propose_change_order, sign_change_order
from contracts.retainers.services.amendments import change_in_words
from marketplace.core.data.actors import client, freelancer
from tests.factories.contracts import fresh, fund
from tests.factories.retainers import keep_retainer, on, period_of

pytestmark = pytest.mark.django_db


def changed(contract, **promised):
    before = contract.terms.draft
    return replace(before, schedule=replace(before.retainer, **promised))


def change(contract, **promised):
    """A change that both sign now; the freelancer proposes it."""
    contract = fresh(contract)
    author, hirer = freelancer(contract.freelancer), client(contract.offered_by)
    order = propose_change_order(
        contract=contract,
        seen=contract.terms.sha256,
        draft=changed(contract, **promised),
        by=author,
        why="More models to watch.",
        name=author.user.name,
    )
    sha256 = order.proposed.sha256
    return sign_change_order(order=fresh(order), sha256=sha256, by=hirer, name=hirer.user.name)


def renew(clock, contract, day: date) -> None:
    clock.move_to(on(day, 12))
    keep_retainer(contract)
    fund(contract.units.order_by("-position").first())


def fees(contract) -> list[int]:
    return list(contract.units.order_by("position").values_list("amount", flat=True))


def test_another_fee_holds_after_a_whole_period(clock, retainer, saved):
    clock.move_to(on(date(2027, 1, 20)))
    order = change(retainer, fee=350_000)
    assert order.takes_effect_at == on(date(2027, 3, 15), 0)
    renew(clock, retainer, date(2027, 2, 12))
    renew(clock, retainer, date(2027, 3, 12))
    assert fees(retainer) == [300_000, 300_000, 350_000]


def test_silence_keeps_the_price(clock, retainer, saved):
    contract = fresh(retainer)
    author = freelancer(contract.freelancer)
    propose_change_order(
        contract=contract,
        seen=contract.terms.sha256,
        draft=changed(contract, fee=350_000),
        by=author,
        why="More models to watch.",
        name=author.user.name,
    )
    renew(clock, retainer, date(2027, 2, 12))
    renew(clock, retainer, date(2027, 3, 12))
    renew(clock, retainer, date(2027, 4, 12))
    assert fees(retainer) == [300_000] * 4


def test_other_hours_hold_from_the_next_renewal(clock, retainer, saved):
    clock.move_to(on(date(2027, 1, 20)))
    assert change(retainer, hours=30).takes_effect_at == on(date(2027, 2, 15), 0)
    assert period_of(retainer, 1).period.included_hours == 20
    renew(clock, retainer, date(2027, 2, 12))
    assert period_of(retainer, 2).period.included_hours == 30


def test_a_period_that_is_charged_already_keeps_its_fee_and_gets_its_hours(clock, retainer, saved):
    renew(clock, retainer, date(2027, 2, 12))
    change(retainer, hours=30)
    second = period_of(retainer, 2)
    assert (second.period.included_hours, second.amount) == (30, 300_000)


def test_it_is_said_from_which_day_on(clock, retainer):
    clock.move_to(on(date(2027, 1, 20)))
    contract = fresh(retainer)
    after = changed(contract, fee=350_000, hours=30)
    assert change_in_words(contract, contract.terms.draft, after) == [
        "From 15 March 2027: 3,500.00 USD a month instead of 3,000.00 USD.",
        "From 15 March 2027: 30 hours instead of 20 hours.",
    ]
