"""The ledger names whose money lies where, at the same cost for many accounts."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from payments.staff.permissions import can_act_on_money
from tests.factories.accounts import make_user
from tests.factories.payments import make_payout


def test_accounts_name_their_owners_at_the_same_cost(browser_of, moderator, contract):
    browser, costs = browser_of(moderator), []
    payouts = [make_payout()]
    browser.get("/staff/ledger/")
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            page = browser.get("/staff/ledger/")
        costs.append(len(captured))
        payouts += [make_payout(), make_payout()]
    assert costs[0] == costs[1]
    assert payouts[0].payee.name in page.content.decode()


def test_moderators_act_on_waiting_money_and_staff_read_the_ledger(browser_of):
    moderating = browser_of(make_user("Mia Moderator", is_moderator=True))
    clerk = browser_of(make_user("Cleo Clerk", is_staff=True))
    assert moderating.get("/staff/ledger/attention/").status_code == 200
    assert moderating.get("/staff/ledger/").status_code == 403
    assert clerk.get("/staff/ledger/").status_code == 200


def test_whoever_is_paid_does_not_retry_their_own_refund(browser_of, moderator, contract):
    payout = make_payout()
    payout.payee.is_moderator = True
    assert can_act_on_money(moderator, payout) is True
    assert can_act_on_money(payout.payee, payout) is False
