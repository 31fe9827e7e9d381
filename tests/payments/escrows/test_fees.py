import re
from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone

from payments.escrows.errors import FeeScheduleMissing
from payments.escrows.models.escrows import Escrow
from payments.escrows.models.fee_schedules import FeeSchedule
from payments.escrows.services.fees import current_fee

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


def test_repeat_pairs_pay_their_own_rate_where_there_is_one():
    FeeSchedule.objects.create(
        basis_points=700, repeat_basis_points=500, valid_from=date(2026, 6, 1)
    )
    for day, first, repeat in ((date(2026, 5, 31), 800, 800), (date(2026, 6, 1), 700, 500)):
        rates = [
            current_fee(engagement_kind="fixed", is_repeat=is_repeat, on=day).basis_points
            for is_repeat in (False, True)
        ]
        assert rates == [first, repeat]


def test_repeat_pairs_never_pay_more():
    with pytest.raises(IntegrityError, match="fee_schedule_repeat_at_most_first"):
        FeeSchedule.objects.create(
            basis_points=700, repeat_basis_points=701, valid_from=date(2026, 6, 1)
        )


def test_everybody_reads_the_fee_of_today(client):
    FeeSchedule.objects.create(
        basis_points=650, repeat_basis_points=500, valid_from=timezone.now().date()
    )
    page = re.sub(r"[ \n]+", " ", client.get("/how-it-works/").content.decode())
    assert "One fee of 6.5 % of what is released, 5 % between two" in page
    assert "273.00" in page
