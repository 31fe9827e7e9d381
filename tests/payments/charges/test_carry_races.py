"""Carrying on and something else at once: the money goes one way only."""

from collections import Counter

import pytest

from marketplace.core.data.actors import client
from payments.card_disputes.services.disputes import take_over_dispute
from payments.ledger.models import Transfer
from payments.ledger.services.ledger import balance
from payments.releases.services.releases import release_escrow
from tests.factories.accounts import make_freelancer, make_organisation
from tests.factories.payments import seen_dispute
from tests.payments.charges.test_races import at_once
from tests.payments.faults.invariants import ALWAYS
from tests.payments.weeks import Weeks, carry, fresh

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def weeks(settings) -> Weeks:
    settings.CLEARING_DAYS = 5
    return Weeks(make_organisation(), make_freelancer())


@pytest.fixture(autouse=True)
def always():
    yield
    for holds in ALWAYS:
        holds()


def held(weeks: Weeks) -> int:
    return sum(balance("held", escrow.pk, "USD") for escrow in weeks.all)


def test_what_is_left_pays_for_one_of_several_at_once(weeks):
    first, *targets = weeks.paid(), weeks.open(), weeks.open(), weeks.open()
    results = at_once(
        *[lambda to=to: carry(fresh(first), fresh(to), 100_000) for to in targets * 2]
    )
    assert Counter(type(result).__name__ for result in results) == {"EscrowNotHeld": 5, "list": 1}
    assert sorted(fresh(to).carried_in for to in targets) == [0, 0, 100_000]
    assert held(weeks) == 100_000


def test_it_is_carried_on_or_released_never_both(weeks):
    first, second = weeks.paid(), weeks.open()
    at_once(
        lambda: carry(fresh(first), fresh(second), 100_000),
        lambda: release_escrow(escrow=fresh(first), by=client(None), why="approved"),
    )
    moved = Transfer.objects.filter(code__in=["carried_over", "release"])
    assert (moved.count(), fresh(first).left) == (1, 0)


@pytest.mark.parametrize("part", [40_000, 100_000])
def test_money_that_a_bank_disputes_just_now_pays_for_nothing_afterwards(weeks, part):
    first, second = weeks.paid(), weeks.open()
    charge = first.charges.get()
    at_once(
        lambda: carry(fresh(first), fresh(second), part),
        lambda: take_over_dispute(
            type(charge).objects.get(pk=charge.pk), seen_dispute(charge, "needs_response")
        ),
    )
    frozen = {escrow.state for escrow in map(fresh, weeks.all) if escrow.inside}
    assert (frozen, held(weeks)) == ({"disputed"}, 100_000)
