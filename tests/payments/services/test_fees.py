from datetime import date

import pytest

from payments.errors import FeeScheduleMissing
from payments.models import Escrow, FeeSchedule
from payments.services.fees import current_fee

pytestmark = [pytest.mark.django_db]


def test_the_first_fee_is_8_percent_of_every_kind():
    assert current_fee(engagement_kind="fixed").basis_points == 800
    assert current_fee(engagement_kind="retainer").basis_points == 800


def test_a_new_schedule_counts_from_its_day():
    FeeSchedule.objects.create(basis_points=700, valid_from=date(2026, 6, 1))
    assert current_fee(engagement_kind="fixed", on=date(2026, 5, 31)).basis_points == 800
    assert current_fee(engagement_kind="fixed", on=date(2026, 6, 1)).basis_points == 700


def test_a_kinds_own_schedule_beats_the_general_one():
    FeeSchedule.objects.create(
        engagement_kind="retainer", basis_points=500, valid_from=date(2026, 2, 1)
    )
    FeeSchedule.objects.create(basis_points=700, valid_from=date(2026, 6, 1))
    assert current_fee(engagement_kind="retainer", on=date(2026, 7, 1)).basis_points == 500
    assert current_fee(engagement_kind="fixed", on=date(2026, 7, 1)).basis_points == 700


def test_without_a_schedule_nothing_can_be_agreed():
    with pytest.raises(FeeScheduleMissing):
        current_fee(engagement_kind="fixed", on=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("amount", "currency", "fee"),
    [
        (420_000, "USD", 33_600),
        (1, "USD", 0),
        (6, "JPY", 0),
        (7, "JPY", 1),
        (100_005, "EUR", 8_000),
    ],
)
def test_fee_and_net_are_the_whole(amount, currency, fee):
    escrow = Escrow(amount=amount, currency=currency, fee_basis_points=800)
    assert (escrow.fee.minor, escrow.net.minor) == (fee, amount - fee)
