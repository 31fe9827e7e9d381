"""Pay out now: what is shown is what is sent."""

import pytest

from payments.operations.models import Operation
from tests.factories.payments import make_bank_payout, make_payout, make_ready, make_sent

pytestmark = [pytest.mark.django_db]

PATH = "/money/payouts/new/"


@pytest.fixture(autouse=True)
def _no_clearing(settings):
    settings.CLEARING_DAYS = 0


@pytest.fixture
def available(organisation, freelancer_person):
    """Two payouts that became available before the account was ready."""
    payouts = [make_payout(organisation, freelancer_person) for _ in range(2)]
    make_ready(freelancer_person)
    return payouts


def agreed(browser) -> dict[str, str]:
    return {"payouts": browser.get(PATH).context["form"].shown}


def states(payouts) -> list[str]:
    for payout in payouts:
        payout.refresh_from_db()
    return [payout.state for payout in payouts]


def test_the_page_says_what_goes_where_and_when(browser_of, freelancer_person, available):
    make_bank_payout(freelancer_person, "paid")
    page = browser_of(freelancer_person).get(PATH)
    assert [str(total) for total in page.context["totals"]] == ["7,728.00 USD"]
    text = " ".join(page.content.decode().split())
    assert "from there to Stripe Test Bank •••• 3000" in text
    assert "At Stripe within minutes" in text


def test_exactly_what_was_shown_is_sent(browser_of, freelancer_person, available):
    browser = browser_of(freelancer_person)
    answer = browser.post(PATH, agreed(browser))
    assert (answer.headers["Location"], states(available)) == ("/money/", ["sending"] * 2)


def test_when_it_has_changed_meanwhile_nothing_is_sent(
    browser_of, freelancer_person, organisation, available
):
    browser = browser_of(freelancer_person)
    stale = agreed(browser)
    make_sent(available[0])
    page = browser.post(PATH, stale)
    assert (page.status_code, states(available)) == (422, ["sent", "available"])
    assert "What is available has changed since you opened this page." in page.content.decode()
    assert browser.post(PATH, {"payouts": page.context["form"].shown}).status_code == 302
    assert states(available) == ["sent", "sending"]


@pytest.mark.parametrize("typed", ["", "nonsense"])
def test_what_was_not_shown_is_not_sent(browser_of, freelancer_person, available, typed):
    assert browser_of(freelancer_person).post(PATH, {"payouts": typed}).status_code == 422
    assert (states(available), Operation.objects.count()) == (["available"] * 2, 0)


def test_without_an_account_it_tells_why_not(browser_of, freelancer_person, organisation):
    payout = make_payout(organisation, freelancer_person)
    browser = browser_of(freelancer_person)
    assert b'type="hidden" name="payouts"' not in browser.get(PATH).content
    page = browser.post(PATH, agreed(browser))
    assert "Set up your payout account first" in page.content.decode()
    assert states([payout]) == ["available"]


def test_with_nothing_available_it_says_what_comes_next(browser_of, freelancer_person):
    make_ready(freelancer_person)
    assert b"Nothing is available yet" in browser_of(freelancer_person).get(PATH).content


def test_a_stranger_is_shown_and_sends_nothing_of_others(
    browser_of, freelancer_person, stranger, available
):
    make_ready(stranger)
    browser = browser_of(stranger)
    assert browser.get(PATH).context["available"] == []
    assert browser.post(PATH, agreed(browser_of(freelancer_person))).status_code == 422
    assert states(available) == ["available"] * 2
