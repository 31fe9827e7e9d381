import pytest

from marketplace.core.data.actors import client
from payments.charges.services.cancellations import cancel_escrow
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import money_parts
from payments.escrows.services.reviews import begin_review
from payments.escrows.states import CancelReason
from payments.payouts.services.payouts import clear_payout
from payments.refunds.services.refunds import refund_escrow
from payments.releases.queries import rails_of
from tests.factories.payments import (
    make_bank_payout,
    make_escrow,
    make_held_escrow,
    make_payout,
    make_sent,
)

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def some_of_everything(organisation, freelancer_person, settings):
    settings.CLEARING_DAYS = 5
    by, both = client(None), (organisation, freelancer_person)
    make_escrow(*both, amount=1_000)
    Escrow.objects.filter(pk=make_escrow(*both, amount=70).pk).update(state="processing")
    make_held_escrow(*both, amount=20_000)
    begin_review(escrow=make_held_escrow(*both, amount=7_000), by=by)
    make_payout(*both, amount=300_000)
    clear_payout(payout=make_payout(*both, amount=80_000))
    make_sent(make_payout(*both, amount=90_000))
    make_bank_payout(freelancer_person, "paid", make_sent(make_payout(*both, amount=60_000)))
    refund_escrow(escrow=make_held_escrow(*both, amount=4_000_000), by=by, why="agreed")
    cancel_escrow(
        escrow=make_escrow(*both, amount=50_000_000), by=by, because=CancelReason.CANCELLED
    )
    return Escrow.objects.select_related("payout")


EVERYWHERE = [
    ("to_fund", 1_000),
    ("processing", 70),
    ("held", 20_000),
    ("in_review", 7_000),
    ("clearing", 300_000),
    ("available", 80_000),
    ("sent", 90_000),
    ("paid", 60_000),
    ("refunded", 4_000_000),
    ("disputed", 0),
]


def test_each_amount_is_in_one_place(some_of_everything):
    assert money_parts(some_of_everything) == EVERYWHERE
    assert rails_of(some_of_everything) == {"USD": EVERYWHERE}


def test_the_database_takes_the_fee_as_money_does(some_of_everything):
    net = sum(escrow.net.minor for escrow in some_of_everything if escrow.state != "cancelled")
    rail = rails_of(some_of_everything, after_fee=True)["USD"]
    assert sum(minor for _, minor in rail) == net
