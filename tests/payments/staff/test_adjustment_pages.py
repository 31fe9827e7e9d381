"""Acts of staff on money in the browser: asked by one, decided by another."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from accounts.people.models import User
from payments.ledger.models import Transfer
from payments.payouts.queries.receivables import standing_debts
from payments.refunds.models import Refund
from payments.staff.models import Adjustment
from tests.factories.accounts import make_user
from tests.factories.payments import make_held_escrow, make_payout
from tests.people import sign_in

pytestmark = [pytest.mark.django_db]
WHY = "The client was promised it in writing."


@pytest.fixture
def second(db) -> User:
    return make_user("Saul Second", is_moderator=True)


@pytest.fixture
def held(organisation, freelancer_person):
    return make_held_escrow(organisation, freelancer_person)


def address(name: str, subject) -> str:
    return reverse(f"payments:{name}", args=[subject.public_id])


@pytest.fixture
def asked(browser_of, moderator, held) -> Adjustment:
    data = {"amount": "4,200.00", "why": WHY, "confirmed": "420000"}
    answer = browser_of(moderator).post(address("staff_refund_held", held), data)
    adjustment = Adjustment.objects.get()
    assert answer.url == address("staff_adjustment", adjustment)
    return adjustment


def test_what_will_happen_is_said_before(browser_of, moderator, held):
    before = Transfer.objects.count()
    data = {"amount": "1,200.00", "why": WHY}
    page = browser_of(moderator).post(address("staff_refund_held", held), data)
    words = page.content.decode()
    assert "goes back to Northwind Telecom" in words
    assert [str(page.context[name]) for name in ("part", "rest", "limit")] == [
        "1,200.00 USD", "3,000.00 USD", "1,000.00 USD",
    ]  # fmt: skip
    assert (Transfer.objects.count(), Adjustment.objects.count()) == (before, 0)


def test_a_small_refund_is_made_at_once(browser_of, moderator, held):
    data = {"amount": "200.00", "why": WHY, "confirmed": "20000"}
    answer = browser_of(moderator).post(address("staff_refund_held", held), data)
    assert (answer.url, Refund.objects.get().amount) == (address("staff_escrow", held), 20_000)


def test_a_large_one_is_decided_by_somebody_else(browser_of, moderator, second, asked):
    assert Refund.objects.count() == 0
    queue = browser_of(second).get(reverse("accounts:staff")).content.decode()
    assert "Acts that need a second person" in queue
    assert browser_of(moderator).get(address("staff_adjustment", asked)).context["can_withdraw"]
    assert browser_of(second).get(address("staff_adjustment", asked)).context["can_decide"]
    path = address("staff_approve_adjustment", asked)
    assert browser_of(moderator).post(path, {"why": WHY}).status_code == 403
    assert browser_of(second).post(path, {"why": ""}).status_code == 422
    assert Refund.objects.count() == 0
    browser_of(second).post(path, {"why": WHY})
    assert Refund.objects.get().amount == 420_000


def test_it_is_declined_or_withdrawn(browser_of, moderator, second, asked):
    withdrawal = address("staff_withdraw_adjustment", asked)
    assert browser_of(second).post(withdrawal, {"why": WHY}).status_code == 403
    browser_of(second).post(address("staff_decline_adjustment", asked), {"why": WHY})
    asked.refresh_from_db()
    assert (asked.state, Refund.objects.count()) == ("declined", 0)
    answer = browser_of(moderator).post(withdrawal, {"why": WHY})
    assert (answer.status_code, Refund.objects.count()) == (422, 0)


def test_strangers_and_both_sides_are_kept_out(
    browser_of, stranger, client_person, freelancer_person, asked, held
):
    for user in (stranger, client_person, freelancer_person):
        browser = browser_of(user)
        assert browser.get(reverse("payments:staff_adjustments")).status_code == 403
        assert browser.get(reverse("payments:staff_receivables")).status_code == 403
        for name in ("staff_adjustment", "staff_approve_adjustment", "staff_decline_adjustment"):
            assert browser.get(address(name, asked)).status_code == 403
        for name in ("staff_escrow", "staff_refund_held", "staff_recall_release"):
            assert browser.get(address(name, held)).status_code == 403
        path = address("staff_approve_adjustment", asked)
        assert browser.post(path, {"why": WHY}).status_code == 403
    assert Refund.objects.count() == 0


def test_whose_money_it_is_is_no_second_person(browser_of, freelancer_person, asked):
    User.objects.filter(pk=freelancer_person.pk).update(is_moderator=True)
    own = browser_of(User.objects.get(pk=freelancer_person.pk))
    answer = own.post(address("staff_approve_adjustment", asked), {"why": WHY})
    assert (answer.status_code, Refund.objects.count()) == (403, 0)


def test_nobody_writes_off_what_they_owe_themselves(browser_of, moderator):
    path = reverse("payments:staff_write_off", args=[moderator.public_id, "USD"])
    data = {"amount": "1.00", "why": WHY, "confirmed": "100"}
    assert browser_of(moderator).post(path, data).status_code == 403


def test_a_release_is_taken_back_with_its_exact_amounts(browser_of, moderator):
    escrow = make_payout().escrow
    path = address("staff_recall_release", escrow)
    page = browser_of(moderator).post(path, {"amount": "500.00", "why": WHY})
    assert [str(page.context[name]) for name in ("part", "fee", "net")] == [
        "500.00 USD", "40.00 USD", "460.00 USD",
    ]  # fmt: skip
    assert Refund.objects.count() == 0
    browser_of(moderator).post(path, {"amount": "500.00", "why": WHY, "confirmed": "50000"})
    assert Refund.objects.get().amount == 50_000


def titles(home) -> list[str]:
    return [queue.title for queue in home.context["waiting"]]


def test_what_is_owed_is_listed_with_its_age_and_written_off(browser_of, moderator):
    payout = make_payout()
    type(payout).objects.filter(pk=payout.pk).update(state="sent", processor_id="tr_made")
    path = address("staff_recall_release", payout.escrow)
    data = {"amount": "500.00", "why": WHY, "confirmed": "50000"}
    browser_of(moderator).post(path, data)
    payout.reversals.update(state="refused")
    [debt] = browser_of(moderator).get(reverse("payments:staff_receivables")).context["debts"]
    posted = Transfer.objects.get(code="release_recalled").posted_at
    assert (debt.payee, str(debt.money), debt.since) == (payout.payee, "460.00 USD", posted)
    home, desk = reverse("accounts:staff"), browser_of(moderator)
    assert "Debts that stand" not in titles(desk.get(home))
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=True):
        assert [debt.payee for debt in standing_debts()] == [payout.payee]
        assert "Debts that stand" in titles(sign_in(moderator).get(home))
    path = reverse("payments:staff_write_off", args=[payout.payee.public_id, "USD"])
    data = {"amount": "460.00", "why": WHY, "confirmed": "46000"}
    answer = browser_of(moderator).post(path, data)
    assert answer.url == reverse("payments:staff_receivables")
    assert browser_of(moderator).get(answer.url).context["debts"] == []
