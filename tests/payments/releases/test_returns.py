"""Giving released money back: the exact amounts first, and only by who earned it."""

import re

import pytest

from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.payments import make_payout

pytestmark = [pytest.mark.django_db]
REASON = "I found a mistake in my evaluation."


@pytest.fixture
def payout(organisation, freelancer_person) -> Payout:
    return make_payout(organisation, freelancer_person)


def path(payout):
    return f"/money/escrows/{payout.escrow.public_id}/returns/new/"


def test_the_freelancer_sees_the_exact_amounts_and_then_gives_all_back(
    browser_of, freelancer_person, payout
):
    browser = browser_of(freelancer_person)
    data = {"amount": "4,200.00", "why": REASON}
    page = browser.post(path(payout), data)
    assert [str(page.context[name]) for name in ("part", "fee", "net")] == [
        "4,200.00 USD", "336.00 USD", "3,864.00 USD",
    ]  # fmt: skip
    assert Refund.objects.count() == 0
    answer = browser.post(path(payout), data | {"confirmed": "420000"})
    assert (answer.status_code, Refund.objects.get().amount) == (302, 420_000)
    page = browser.get(f"/money/escrows/{payout.escrow.public_id}/")
    told = [line.what for line in page.context["movements"][:3]]
    assert told == [
        "On its way back to the client",
        "A release is taken back, before the fee",
        "Not sent: kept for a payment that was taken back",
    ]


@pytest.mark.parametrize(
    ("amount", "minor", "badge"),
    [("200.00", "20000", "Partly refunded"), ("4,200.00", "420000", "Refunded")],
)
def test_the_page_says_how_much_came_back(
    browser_of, freelancer_person, payout, amount, minor, badge
):
    browser = browser_of(freelancer_person)
    browser.post(path(payout), {"amount": amount, "why": REASON, "confirmed": minor})
    page = browser.get(f"/money/escrows/{payout.escrow.public_id}/").content.decode()
    assert re.search(rf">\s*{badge}\s*<", page)


@pytest.mark.parametrize("amount", ["4,200.01", "0", "-5", "1.234", "a lot"])
def test_no_more_than_was_released(browser_of, freelancer_person, payout, amount):
    data = {"amount": amount, "why": REASON, "confirmed": "1"}
    before = Transfer.objects.count()
    assert browser_of(freelancer_person).post(path(payout), data).status_code == 422
    assert Transfer.objects.count() == before


def test_nobody_else_gives_it_back(browser_of, client_person, stranger, payout):
    data = {"amount": "1.00", "why": REASON, "confirmed": "100"}
    before = Transfer.objects.count()
    assert browser_of(client_person).post(path(payout), data).status_code == 403
    assert browser_of(stranger).post(path(payout), data).status_code == 404
    assert Transfer.objects.count() == before


def test_who_owes_nothing_is_told_so(browser_of, freelancer_person):
    page = browser_of(freelancer_person).get("/money/debts/")
    assert (page.status_code, page.context["owed"], page.context["lines"]) == (200, [], [])
