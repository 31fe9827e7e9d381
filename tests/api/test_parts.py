"""Amounts that one side moves by hand, by programs: the same rules as on the pages."""

import pytest

from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.payments import make_held_escrow, make_payout
from tests.payments.flows import look_again

pytestmark = pytest.mark.django_db
WHY = "We agreed on it in the call."


def usd(minor):
    return {"minor": minor, "currency": "USD"}


def body(minor, currency="USD"):
    return {"amount": {"minor": minor, "currency": currency}, "why": WHY}


def address(escrow, part):
    return f"escrows/{escrow.public_id}/{part}/"


@pytest.fixture
def held(organisation, freelancer_person) -> Escrow:
    return make_held_escrow(organisation, freelancer_person)


@pytest.fixture
def released(organisation, freelancer_person) -> Escrow:
    return make_payout(organisation, freelancer_person).escrow


def test_the_client_releases_a_part_early(program_of, client_person, held):
    answer = program_of(client_person).write(address(held, "releases"), body(100_000))
    assert (answer.status_code, answer.json()["state"]) == (200, "held")
    payout = Payout.objects.get()
    assert (payout.amount, payout.fee) == (92_000, 8_000)
    assert usd(100_000) in [line["amount"] for line in answer.json()["movements"]]


def test_the_freelancer_gives_a_part_back(program_of, freelancer_person, held):
    answer = program_of(freelancer_person).write(address(held, "refunds"), body(20_001))
    assert (answer.status_code, Refund.objects.get().amount) == (200, 20_001)


def test_the_freelancer_gives_released_money_back(program_of, freelancer_person, released):
    answer = program_of(freelancer_person).write(address(released, "returns"), body(420_000))
    assert (answer.status_code, answer.json()["state"]) == (200, "refunded")
    assert Refund.objects.get().amount == 420_000


def test_a_bonus_is_paid_at_the_checkout_and_then_the_freelancers(
    sandbox, payer_browser, program_of, client_person, released
):
    program = program_of(client_person)
    first = program.write(address(released, "bonuses"), body(10_000)).json()
    again = program.write(address(released, "bonuses"), body(10_000)).json()
    assert first == again
    bonus = Escrow.objects.get(bonus_for=released)
    payer_browser.pay(first["checkout_url"])
    look_again(bonus)
    assert Payout.objects.get(escrow=bonus).amount == 9_200


def test_an_unpaid_bonus_is_given_up(sandbox, program_of, client_person, released):
    program = program_of(client_person)
    bonus = program.write(address(released, "bonuses"), body(10_000)).json()["escrow"]
    answer = program.write(f"escrows/{bonus['id']}/cancellation/")
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")


@pytest.mark.parametrize(
    ("part", "minor", "currency", "code"),
    [
        ("releases", 420_000, "USD", "not_a_part"),
        ("releases", 100, "EUR", "currency_mismatch"),
        ("refunds", 420_001, "USD", "not_a_part"),
        ("returns", 420_001, "USD", "not_released"),
        ("bonuses", 100, "EUR", "currency_mismatch"),
        ("bonuses", 49, "USD", "price_out_of_bounds"),
        ("bonuses", 100_000_000, "USD", "price_out_of_bounds"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_moves(
    program_of, client_person, freelancer_person, held, released, part, minor, currency, code
):
    escrow = held if part in ("releases", "refunds") else released
    payer_acts = part in ("releases", "bonuses")
    person = client_person if payer_acts else freelancer_person
    before = Transfer.objects.count()
    answer = program_of(person).write(address(escrow, part), body(minor, currency))
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert Transfer.objects.count() == before


@pytest.mark.parametrize("part", ["releases", "bonuses", "refunds", "returns"])
def test_only_their_own_side_moves_them(
    program_of, client_person, freelancer_person, stranger, held, released, part
):
    escrow = held if part in ("releases", "refunds") else released
    payer_acts = part in ("releases", "bonuses")
    other = freelancer_person if payer_acts else client_person
    before = Transfer.objects.count()
    assert program_of(other).write(address(escrow, part), body(100)).status_code == 403
    assert program_of(stranger).write(address(escrow, part), body(100)).status_code == 404
    own = client_person if payer_acts else freelancer_person
    writing = program_of(own, ["read", "write"])
    assert writing.write(address(escrow, part), body(100)).status_code == 403
    assert Transfer.objects.count() == before
