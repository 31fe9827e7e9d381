"""Payments hears of deliveries and reviews, and of the contract that a unit belongs to."""

import pytest

from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import client
from payments.escrows.queries.escrows import place_of
from tests.factories.contracts import deliver, make_active, send_back
from tests.factories.payments import make_dispute

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def unit(organisation, client_person, freelancer_person):
    return make_active(organisation, client_person, freelancer_person).units.get(position=1)


def place(unit) -> str:
    unit.escrow.refresh_from_db()
    return place_of(unit.escrow)


def test_the_money_of_a_unit_names_its_contract(unit):
    found = unit.escrow
    assert (found.group_id, found.group_title) == (
        unit.contract.public_id,
        unit.contract.title,
    )


def test_delivered_work_has_its_money_in_review(unit, client_person):
    assert place(unit) == "held"
    deliver(unit)
    assert place(unit) == "in_review"
    approve_unit(unit=unit, by=client(client_person))
    assert place(unit) == "available"
    assert unit.escrow.in_review_since is None


def test_work_that_goes_back_has_its_money_held(unit, client_person):
    deliver(unit)
    send_back(unit, client(client_person), reason="The threshold is missing.")
    assert place(unit) == "held"
    deliver(unit)
    assert place(unit) == "in_review"


def test_a_review_outlives_a_card_dispute(unit):
    deliver(unit)
    make_dispute(unit.escrow)
    assert place(unit) == "disputed"
    make_dispute(unit.escrow, "won")
    assert place(unit) == "in_review"
