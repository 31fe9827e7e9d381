import pytest

from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.payments import make_held_escrow

pytestmark = [pytest.mark.django_db]
REASON = "The first half works."


@pytest.fixture
def held(organisation, freelancer_person):
    return make_held_escrow(organisation, freelancer_person)


def path(escrow, act):
    return f"/money/escrows/{escrow.public_id}/{act}/new/"


def test_the_client_sees_the_exact_amounts_before_a_part_is_released(
    browser_of, client_person, held
):
    browser = browser_of(client_person)
    page = browser.post(path(held, "releases"), {"amount": "1,000.00", "why": REASON})
    assert [str(page.context[name]) for name in ("part", "fee", "net", "rest")] == [
        "1,000.00 USD", "80.00 USD", "920.00 USD", "3,200.00 USD",
    ]  # fmt: skip
    assert Payout.objects.count() == 0
    confirmed = {"amount": "1,000.00", "why": REASON, "confirmed": "100000"}
    assert browser.post(path(held, "releases"), confirmed).status_code == 302
    assert Payout.objects.get().amount == 92_000
    page = browser.get(f"/money/escrows/{held.public_id}/")
    assert b"Released so far" in page.content
    assert page.context["movements"][1].what == "A part released, before the fee"


def test_a_changed_amount_is_shown_again_before_it_counts(browser_of, client_person, held):
    changed = {"amount": "2,000.00", "why": REASON, "confirmed": "100000"}
    page = browser_of(client_person).post(path(held, "releases"), changed)
    assert (page.status_code, Payout.objects.count()) == (200, 0)


def test_the_freelancer_gives_a_part_back(browser_of, freelancer_person, held):
    confirmed = {"amount": "200.01", "why": REASON, "confirmed": "20001"}
    browser_of(freelancer_person).post(path(held, "refunds"), confirmed)
    assert Refund.objects.get().amount == 20_001


@pytest.mark.parametrize("amount", ["4,200.00", "0", "-5", "1.234", "a lot", "9.000"])
def test_no_part_of_another_size(browser_of, client_person, held, amount):
    data = {"amount": amount, "why": REASON, "confirmed": "1"}
    assert browser_of(client_person).post(path(held, "releases"), data).status_code == 422
    assert Payout.objects.count() == 0


def test_each_side_moves_only_what_it_gives_away(
    browser_of, client_person, freelancer_person, stranger, held
):
    data = {"amount": "1.00", "why": REASON, "confirmed": "100"}
    assert browser_of(freelancer_person).post(path(held, "releases"), data).status_code == 403
    assert browser_of(client_person).post(path(held, "refunds"), data).status_code == 403
    assert browser_of(stranger).post(path(held, "refunds"), data).status_code == 404
    assert (Payout.objects.count(), Refund.objects.count()) == (0, 0)
