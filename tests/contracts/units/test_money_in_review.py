"""Payments hears of deliveries and reviews, and of the contract that a unit belongs to."""

import pytest

from contracts.units.services.reviews import approve_milestone
from marketplace.core.data.actors import client
from payments.escrows.queries.escrows import place_of
from tests.factories.contracts import deliver, make_active, send_back
from tests.factories.payments import make_dispute

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def milestone(organisation, client_person, freelancer_person):
    return make_active(organisation, client_person, freelancer_person).milestones.get(position=1)


def place(milestone) -> str:
    milestone.escrow.refresh_from_db()
    return place_of(milestone.escrow)


def test_the_money_of_a_unit_names_its_contract(milestone):
    found = milestone.escrow
    assert (found.group_id, found.group_title) == (
        milestone.contract.public_id,
        milestone.contract.title,
    )


def test_delivered_work_has_its_money_in_review(milestone, client_person):
    assert place(milestone) == "held"
    deliver(milestone)
    assert place(milestone) == "in_review"
    approve_milestone(milestone=milestone, by=client(client_person))
    assert place(milestone) == "available"
    assert milestone.escrow.in_review_since is None


def test_work_that_goes_back_has_its_money_held(milestone, client_person):
    deliver(milestone)
    send_back(milestone, client(client_person), reason="The threshold is missing.")
    assert place(milestone) == "held"
    deliver(milestone)
    assert place(milestone) == "in_review"


def test_a_review_outlives_a_card_dispute(milestone):
    deliver(milestone)
    make_dispute(milestone.escrow)
    assert place(milestone) == "disputed"
    make_dispute(milestone.escrow, "won")
    assert place(milestone) == "in_review"
