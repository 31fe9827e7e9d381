"""Held money near the processor's limit: both sides and staff hear once of each level."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.models import Event
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.holding_alarms import raise_holding_alarms
from payments.staff.queries.attention import long_held_escrows
from tests.factories.payments import make_dispute, make_held_escrow, make_payout

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def held(organisation, freelancer_person) -> Escrow:
    return make_held_escrow(organisation, freelancer_person)


def age(escrow: Escrow, days: float) -> None:
    """Held for so many days by now."""
    since = timezone.now() - timedelta(days=days)
    Escrow.objects.filter(pk=escrow.pk).update(funded_at=since)
    escrow.refresh_from_db()


def levels() -> list[int]:
    events = Event.objects.filter(verb="escrow.grown_old").order_by("id")
    return [event.particulars["days"] for event in events]


def test_each_level_is_told_once(held):
    for days, told in ((29, 0), (30, 1), (59, 0), (60, 1), (82, 0), (83, 1), (95, 0)):
        age(held, days)
        assert (raise_holding_alarms(), raise_holding_alarms()) == (told, 0)
    assert levels() == [60, 30, 7]


def test_who_is_already_near_hears_of_the_nearest_level_only(held):
    age(held, 85)
    assert (raise_holding_alarms(), levels()) == (1, [7])


@pytest.mark.parametrize(
    ("country", "days", "told"), [("US", 669, 0), ("US", 671, 1), ("TH", 2, 1), ("DE", 31, 1)]
)
def test_the_limit_is_that_of_the_platforms_country(held, settings, country, days, told):
    settings.PLATFORM_COUNTRY = country
    age(held, days)
    assert raise_holding_alarms() == told


def test_both_sides_and_staff_are_told_the_day(held, moderator):
    age(held, 60)
    raise_holding_alarms()
    event = Event.objects.get(verb="escrow.grown_old")
    told = {str(user): notice for user, notice in notices_of(event)}
    assert set(told) == {"Clara Client", "Fay Freelancer", "Mo Moderator"}
    day = f"{held.must_end_by:%d %B %Y}"
    assert {day in notice.subject for notice in told.values()} == {True}
    assert f"/staff/escrows/{held.public_id}/" == told["Mo Moderator"].url


def test_what_a_bank_disputes_is_held_too_and_what_was_released_is_not(
    held, organisation, freelancer_person
):
    make_dispute(held)
    released = make_payout(organisation, freelancer_person).escrow
    for escrow in (held, released):
        age(escrow, 400)
    assert (raise_holding_alarms(), list(long_held_escrows())) == (1, [held])
    assert Event.objects.get(verb="escrow.grown_old").subject == held
