from collections.abc import Callable

import pytest

from payments.payouts.models.payees import Payee
from payments.payouts.services.payees import refresh_payee
from payments.stripe.gateway import gateway_for_worker
from payments.stripe.objects import ProcessorAccount

pytestmark = [pytest.mark.django_db]

PATH = "/money/onboarding/"
DETAILS = {
    "legal_name": "Fay Lancer",
    "country": "DE",
    "payout_account": "DE89370400440532013000",
}


def test_a_payee_goes_to_the_processor_and_comes_back_ready(
    sandbox, browser_of, freelancer_person, payer_browser
):
    browser = browser_of(freelancer_person)
    address = browser.post(PATH, {"country": "DE"}).headers["Location"]
    assert Payee.objects.get().state == "incomplete"
    back = payer_browser.post(address, **DETAILS).location
    assert back == "http://testserver/money/onboarding/return/"
    answer = browser.get("/money/onboarding/return/")
    assert (answer.headers["Location"], Payee.objects.get().state) == ("/money/", "ready")


def test_who_leaves_half_way_is_led_to_go_on(sandbox, browser_of, freelancer_person):
    browser = browser_of(freelancer_person)
    browser.post(PATH, {"country": "DE"})
    assert browser.get("/money/onboarding/return/").headers["Location"] == PATH
    page = browser.get(PATH).content.decode()
    assert "Your payout account is not complete yet. Continue the set-up." in page


def test_each_visit_gets_a_link_of_its_own(sandbox, browser_of, freelancer_person):
    browser = browser_of(freelancer_person)
    links = {browser.post(PATH, {"country": "DE"}).headers["Location"] for _ in range(2)}
    assert len(links) == 2
    assert len(sandbox.client().v2.core.accounts.list({}).data) == 1


def test_a_lost_answer_opens_no_second_account(sandbox, browser_of, freelancer_person):
    sandbox.control("faults", kind="drop_answer", path="/v2/core/accounts")
    browser = browser_of(freelancer_person)
    assert browser.post(PATH, {"country": "DE"}).status_code == 422
    assert browser.post(PATH, {"country": "DE"}).status_code == 302
    assert len(sandbox.client().v2.core.accounts.list({}).data) == 1


def test_the_dashboard_is_at_the_processor(sandbox, browser_of, freelancer_person, onboard):
    onboard(freelancer_person)
    answer = browser_of(freelancer_person).post("/money/dashboard/")
    assert answer.headers["Location"].startswith(f"{sandbox.url}/express/")


def test_without_an_account_there_is_no_dashboard(browser_of, freelancer_person):
    answer = browser_of(freelancer_person).post("/money/dashboard/")
    assert answer.headers["Location"] == PATH


class SlowGateway:
    """Its answer about an account is old: something happens before it arrives."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = [meanwhile]

    def fetch_account(self, account_id: str) -> ProcessorAccount:
        account = gateway_for_worker().fetch_account(account_id)
        if self._meanwhile:
            self._meanwhile.pop()()
        return account


def test_an_old_answer_does_not_overtake_a_newer_one(sandbox, freelancer_person, onboard):
    onboard(freelancer_person)
    account = Payee.objects.get().account_id

    def allow_again() -> None:
        sandbox.control("accounts", account=account, stripe_transfers="active")
        refresh_payee(payee=Payee.objects.get(), gateway=gateway_for_worker())

    sandbox.control("accounts", account=account, stripe_transfers="restricted")
    refresh_payee(payee=Payee.objects.get(), gateway=SlowGateway(allow_again))
    assert Payee.objects.get().state == "ready"
