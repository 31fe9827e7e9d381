"""A bonus: promised by the client, paid like everything else, and the freelancer's at once."""

import pytest

from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from tests.factories.payments import make_escrow, make_held_escrow, make_payout
from tests.payments.books import books
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]
THANKS = "You found the leak in our features."


@pytest.fixture
def escrow(organisation, freelancer_person) -> Escrow:
    return make_payout(organisation, freelancer_person).escrow


def path(escrow):
    return f"/money/escrows/{escrow.public_id}/bonuses/new/"


def promise(browser, escrow, amount="100.00", minor="10000"):
    data = {"amount": amount, "why": THANKS, "confirmed": minor}
    return browser.post(path(escrow), data)


def test_a_bonus_is_the_freelancers_as_soon_as_it_is_paid(
    sandbox, payer_browser, browser_of, client_person, escrow
):
    page = browser_of(client_person).post(path(escrow), {"amount": "100.00", "why": THANKS})
    assert [str(page.context[name]) for name in ("fee", "net")] == ["8.00 USD", "92.00 USD"]
    answer = promise(browser_of(client_person), escrow)
    bonus = Escrow.objects.get(bonus_for=escrow)
    assert answer.url == f"/money/escrows/{bonus.public_id}/funding/"
    fund(bonus, client_person, payer_browser)
    payout = Payout.objects.get(escrow=bonus)
    assert (bonus.state, payout.state, payout.amount) == ("released", "accrued", 9_200)
    assert books(bonus)["payee_clearing"] == 9_200 + 386_400


def test_an_unpaid_bonus_is_paid_or_cancelled_before_the_next(browser_of, client_person, escrow):
    browser = browser_of(client_person)
    first, again = promise(browser, escrow), promise(browser, escrow)
    assert first.url == again.url
    assert promise(browser, escrow, "200.00", "20000").status_code == 422
    bonus = Escrow.objects.get(bonus_for=escrow)
    browser.post(f"/money/escrows/{bonus.public_id}/cancellation/")
    bonus.refresh_from_db()
    assert bonus.state == "cancelled"
    assert promise(browser, escrow, "200.00", "20000").status_code == 302


def test_no_bonus_before_something_was_released_and_none_for_a_bonus(
    browser_of, client_person, organisation, freelancer_person, escrow
):
    held = make_held_escrow(organisation, freelancer_person)
    assert promise(browser_of(client_person), held).status_code == 403
    promise(browser_of(client_person), escrow)
    bonus = Escrow.objects.get(bonus_for=escrow)
    assert promise(browser_of(client_person), bonus).status_code == 404
    assert Escrow.objects.filter(bonus_for__isnull=False).count() == 1


def test_only_who_may_pay_sends_one(browser_of, freelancer_person, stranger, escrow):
    before = (Escrow.objects.count(), Transfer.objects.count())
    assert promise(browser_of(freelancer_person), escrow).status_code == 403
    assert promise(browser_of(stranger), escrow).status_code == 404
    assert (Escrow.objects.count(), Transfer.objects.count()) == before


def test_the_escrow_of_a_unit_cannot_be_cancelled_as_a_bonus(
    browser_of, client_person, organisation, freelancer_person
):
    unpaid = make_escrow(organisation, freelancer_person)
    address = f"/money/escrows/{unpaid.public_id}/cancellation/"
    assert browser_of(client_person).post(address).status_code == 403
    unpaid.refresh_from_db()
    assert unpaid.state == "awaiting_funds"
