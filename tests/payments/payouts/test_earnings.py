from datetime import UTC, date, datetime

import pytest

from marketplace.core.data.actors import client
from marketplace.core.data.money import Money
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.earnings import earned_by_month, last_months
from payments.releases.services.recalls import recall_release
from tests.factories.payments import make_payout, make_sent

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _november(time_machine, settings):
    settings.CLEARING_DAYS = 5
    time_machine.move_to(datetime(2026, 11, 26, 12, tzinfo=UTC))


def of(person, currency: str = "USD") -> dict[str, dict[str, int]]:
    """By month, what is not zero."""
    months = earned_by_month(person)[currency].months
    return {
        f"{each.month:%Y-%m}": {place: minor for place, minor in each.places.items() if minor}
        for each in months
        if each.total
    }


def earned_on(payout: Payout, *day: int) -> Payout:
    Payout.objects.filter(pk=payout.pk).update(created_at=datetime(*day, tzinfo=UTC))
    return payout


def test_each_release_counts_in_its_month_by_where_it_is(freelancer_person):
    make_payout(None, freelancer_person)
    earned_on(make_sent(make_payout(None, freelancer_person)), 2026, 3, 1)
    earned_on(make_sent(make_payout(None, freelancer_person)), 2026, 2, 28, 23, 59)
    assert of(freelancer_person) == {
        "2026-02": {"sent": 386_400},
        "2026-03": {"sent": 386_400},
        "2026-11": {"clearing": 386_400},
    }


def test_twelve_months_are_shown_and_older_ones_are_not(freelancer_person):
    earned_on(make_payout(None, freelancer_person), 2025, 11, 30)
    assert earned_by_month(freelancer_person) == {}
    earned_on(make_payout(None, freelancer_person), 2025, 12, 1)
    assert len(earned_by_month(freelancer_person)["USD"].months) == 12
    assert of(freelancer_person) == {"2025-12": {"clearing": 386_400}}


def test_what_was_taken_back_was_not_earned(freelancer_person):
    payout = make_payout(None, freelancer_person)
    recall_release(
        escrow=payout.escrow, part=Money(100_000, "USD"), by=client(None), why="Less was done."
    )
    assert sum(of(freelancer_person)["2026-11"].values()) == 386_400 - 92_000


def test_currencies_are_never_added(freelancer_person, stranger):
    make_payout(None, freelancer_person, currency="JPY", amount=50_000)
    make_payout(None, freelancer_person)
    make_payout(None, stranger)
    assert of(freelancer_person, "JPY") == {"2026-11": {"clearing": 46_000}}
    assert of(freelancer_person) == {"2026-11": {"clearing": 386_400}}


def test_the_year_turns():
    months = last_months(date(2026, 1, 31))
    assert (months[0], months[-1], len(months)) == (date(2025, 2, 1), date(2026, 1, 1), 12)
