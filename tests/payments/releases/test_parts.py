"""Parts of held money: released early, given back, or split; nothing is lost on the way."""

import pytest

from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.money import CurrencyMismatch, Money
from payments.escrows.errors import EscrowNotHeld, NotAPart
from payments.escrows.queries.escrows import RAIL, money_parts
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow, refund_part
from payments.releases.queries import rails_of
from payments.releases.services.releases import release_escrow, release_part, settle_escrow
from tests.factories.payments import make_held_escrow, make_payout
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def release(escrow, minor):
    return release_part(escrow=escrow, part=usd(minor), by=client(None), why="First half works.")


def give_back(escrow, minor):
    by = freelancer(escrow.payee)
    return refund_part(escrow=escrow, part=usd(minor), by=by, why="Took less time.")


@pytest.mark.parametrize("parts", [(1, 1, 997), (33_333, 33_333, 33_334), (7, 93, 419_899)])
def test_the_fees_of_parts_add_up_to_the_fee_on_their_sum(parts):
    escrow = make_held_escrow(amount=sum(parts) + 1)
    for part in parts:
        release(escrow, part)
    release_escrow(escrow=escrow, by=client(None), why="The rest.")
    fees = sum(Payout.objects.values_list("fee", flat=True))
    assert (fees, escrow.released) == (escrow.fee.minor, escrow.amount)
    assert (books(escrow)["platform_fees"], trial_balance()) == (escrow.fee.minor, 0)
    assert "held" not in books(escrow)


def test_a_part_is_released_and_the_rest_stays_held():
    escrow = make_held_escrow()
    payout = release(escrow, 100_000)
    assert (escrow.state, escrow.held, payout.amount, payout.fee) == (
        "held", usd(320_000), 92_000, 8_000,
    )  # fmt: skip
    assert books(escrow)["held"] == 320_000


def test_a_part_goes_back_and_the_rest_is_released(sandbox, escrow, client_person, payer_browser):
    fund(escrow, client_person, payer_browser)
    refund = give_back(escrow, 20_001)
    run_jobs("payments.perform_operation")
    refund.refresh_from_db()
    assert (refund.state, refund.amount, escrow.held) == ("succeeded", 20_001, usd(399_999))
    payout = release_escrow(escrow=escrow, by=client(None), why="approved")
    assert (payout.gross, payout.fee, escrow.state) == (usd(399_999), 32_000, "released")
    made = sandbox.client().v1.refunds.list({}).data
    assert [found.amount for found in made] == [20_001]
    assert ("held" in books(escrow), trial_balance()) == (False, 0)


def test_what_is_held_is_split_between_both_sides():
    escrow = make_held_escrow()
    payout = settle_escrow(escrow=escrow, to_payee=usd(252_000), by=client(None), why="60 to 40.")
    assert (payout.gross, payout.fee) == (usd(252_000), 20_160)
    assert Refund.objects.get().amount == 168_000
    assert (escrow.state, escrow.released, escrow.refunded) == ("released", 252_000, 168_000)
    assert "held" not in books(escrow)


def test_all_that_is_left_goes_back():
    escrow = make_held_escrow()
    release(escrow, 100_000)
    refund = refund_escrow(escrow=escrow, by=client(None), why="agreed")
    assert (refund.amount, escrow.state, escrow.refunded) == (320_000, "refunded", 320_000)


@pytest.mark.parametrize("act", [release, give_back])
@pytest.mark.parametrize("minor", [-1, 0, 420_000, 420_001])
def test_a_part_is_more_than_nothing_and_less_than_all(act, minor):
    escrow = make_held_escrow()
    before = (books(escrow), Transfer.objects.count())
    with pytest.raises(NotAPart):
        act(escrow, minor)
    assert (books(escrow), Transfer.objects.count(), Payout.objects.count()) == (*before, 0)


def test_a_part_in_another_currency_is_refused():
    escrow = make_held_escrow()
    with pytest.raises(CurrencyMismatch):
        release_part(escrow=escrow, part=Money(1, "EUR"), by=client(None), why="wrong")
    assert (books(escrow)["held"], Payout.objects.count()) == (420_000, 0)


@pytest.mark.parametrize("act", [release, give_back])
def test_nothing_is_taken_from_what_was_released(act):
    escrow = make_payout().escrow
    before = Transfer.objects.count()
    with pytest.raises(EscrowNotHeld):
        act(escrow, 1)
    assert (Transfer.objects.count(), Payout.objects.count()) == (before, 1)


def test_each_part_is_in_its_own_place_of_the_rail(settings):
    settings.CLEARING_DAYS = 5
    escrow = make_held_escrow()
    release(escrow, 100_000)
    give_back(escrow, 20_000)
    release(escrow, 50_000)
    places = {"held": 250_000, "clearing": 150_000, "refunded": 20_000}
    expected = [(place, places.get(place, 0)) for place in RAIL]
    assert money_parts([escrow]) == expected
    assert rails_of(type(escrow).objects.all()) == {"USD": expected}
    after = dict(rails_of(type(escrow).objects.all(), after_fee=True)["USD"])
    assert (after["held"], after["clearing"]) == (230_000, 138_000)
