"""What is not carried on: nothing moves then, and the database refuses what services never do."""

import pytest
from django.db import IntegrityError, connection, transaction

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.money import CurrencyMismatch, Money
from marketplace.core.data.prices import PriceOutOfBounds
from payments.charges.errors import (
    CarriedChargeDisputed,
    CarriedElsewhere,
    EscrowBeingFunded,
    EscrowNotAwaitingFunds,
    NotCarriable,
)
from payments.charges.models import Funding
from payments.charges.services.carries import carry_over
from payments.escrows.errors import EscrowDisputed, EscrowNotHeld
from payments.ledger.models import Transfer
from tests.factories.payments import make_charge, make_dispute
from tests.payments.weeks import WHY, Weeks, carry, parts

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def weeks(organisation, freelancer_person) -> Weeks:
    return Weeks(organisation, freelancer_person)


@pytest.fixture
def refused(weeks):
    """Carrying is refused with this error, and nothing has moved."""

    def check(error, source, target, minor=40_000):
        before = [parts(escrow) for escrow in (source, target)], Transfer.objects.count()
        with pytest.raises(error):
            carry(source, target, minor)
        now = [parts(escrow) for escrow in (source, target)], Transfer.objects.count()
        assert (now, Funding.objects.filter(carried_from=source).count()) == (before, 0)

    return check


def test_more_than_is_there_or_than_is_missing_is_refused(weeks, refused):
    first = weeks.paid()
    for target, minor in ((150_000, 100_001), (50_000, 50_001), (100_000, 0), (100_000, -1)):
        refused(NotCarriable, first, weeks.open(target), minor)


def test_a_rest_too_small_to_be_charged_is_refused(weeks, refused):
    refused(PriceOutOfBounds, weeks.paid(), weeks.open(), 99_951)


def test_only_held_money_pays_for_what_awaits_it(weeks, refused):
    first, second = weeks.paid(), weeks.open()
    refused(EscrowNotHeld, second, weeks.open())
    refused(EscrowNotAwaitingFunds, first, weeks.paid())
    make_charge(second)
    refused(EscrowBeingFunded, first, second)


def test_nothing_is_carried_to_another_contract_person_or_currency(
    weeks, refused, organisation, freelancer_person, stranger
):
    first = weeks.paid()
    refused(CarriedElsewhere, first, Weeks(organisation, freelancer_person).open())
    others = Weeks(organisation, stranger)
    others.group = weeks.group
    refused(CarriedElsewhere, first, others.open())
    yen = Weeks(organisation, freelancer_person, currency="JPY")
    yen.group = weeks.group
    refused(CarriedElsewhere, first, yen.open())
    with pytest.raises(CurrencyMismatch):
        carry_over(source=first, target=weeks.open(), part=Money(1_000, "EUR"), by=SYSTEM, why=WHY)


def test_disputed_money_is_not_carried_on(weeks, refused):
    first = weeks.paid()
    make_dispute(first)
    refused(EscrowDisputed, first, weeks.open())


def test_money_of_a_charge_that_was_lost_in_part_is_not_carried_on(weeks, refused):
    first = weeks.paid()
    make_dispute(first, "lost", amount=30_000)
    refused(CarriedChargeDisputed, first, weeks.open())


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("amount = 0, carried_on = 0", "funding_amount_positive"),
        ("released = 1, refunded = 40000", "funding_parts_at_most_whole"),
        ("carried_on = 40001", "funding_parts_at_most_whole"),
        ("charged_back = 1", "funding_charged_back_of_refunded"),
        ("carried_from_id = escrow_id", "funding_from_another"),
    ],
)
def test_the_database_refuses_a_funding_with(weeks, wrong, rule):
    carry(weeks.paid(), weeks.open(), 40_000)
    _refused(f"UPDATE payments_funding SET {wrong}", rule)


def test_the_database_refuses_two_fundings_by_own_charges(weeks):
    first, second = weeks.paid(), weeks.open()
    charge = first.charges.get()
    Funding.objects.create(escrow=second, charge=charge, amount=1)
    carry(first, second, 40_000)
    _refused("UPDATE payments_funding SET carried_from_id = NULL", "funding_one_of_its_own")


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("released = 60000, carried_on = 40001", "escrow_parts_at_most_whole"),
        ("refunded = 100000, carried_on = 1", "escrow_parts_at_most_whole"),
        ("carried_in = 100001", "escrow_carried_in_at_most_whole"),
    ],
)
def test_the_database_refuses_an_escrow_with(weeks, wrong, rule):
    weeks.paid()
    _refused(f"UPDATE payments_escrow SET {wrong}", rule)


def _refused(sql: str, rule: str) -> None:
    with (
        pytest.raises(IntegrityError, match=rule),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
