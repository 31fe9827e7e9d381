"""What those who pay, and nobody else, are told of a saved method that is tried again."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from accounts.notices.models import Notification
from marketplace.core.data.actors import client
from marketplace.core.text.moments import moment
from payments.charges.models import ChargePlan
from payments.charges.services.plans import enqueue_due_plans, start_charge_plan
from tests.jobs import run_jobs
from tests.payments.flows import ALWAYS_ASKS, DECLINED_WHEN_CHARGED, save_method

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def start(sandbox, escrow, organisation, client_person, payer_browser):
    def begin(number: str) -> ChargePlan:
        save_method(organisation, client_person, payer_browser, number)
        plan = start_charge_plan(escrow=escrow, by=client(client_person))
        run_jobs()
        return plan

    return begin


@pytest.fixture
def fund_path(escrow) -> str:
    return f"/money/escrows/{escrow.public_id}/funding/"


def words(answer) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def test_the_payer_sees_what_is_tried_next_and_may_pay_at_once(
    start, browser_of, client_person, escrow, fund_path
):
    start(DECLINED_WHEN_CHARGED)
    browser = browser_of(client_person)
    for path in (fund_path, f"{fund_path}result/", f"/money/escrows/{escrow.public_id}/"):
        page = words(browser.get(path))
        assert "Visa •• 0341 pays this by itself" in page
        assert "3 more times at most" in page
    assert "Another card or bank account" in words(browser.get(fund_path))


def test_the_freelancer_reads_nothing_of_how_the_client_pays(
    start, browser_of, freelancer_person, escrow
):
    start(DECLINED_WHEN_CHARGED)
    page = words(browser_of(freelancer_person).get(f"/money/escrows/{escrow.public_id}/"))
    assert "4,200.00 USD" in page
    told = [each for each in ("saved payment method", "0341", "declined") if each in page]
    assert told == []


def test_a_plan_that_was_given_up_asks_for_another_way(start, browser_of, client_person, fund_path):
    start(DECLINED_WHEN_CHARGED)
    ChargePlan.objects.update(state="given_up", attempts=4)
    page = words(browser_of(client_person).get(fund_path))
    assert "We stopped trying Visa •• 0341" in page


def test_each_failure_is_told_once_with_the_next_day(start, client_person, time_machine):
    plan = start(DECLINED_WHEN_CHARGED)
    told = Notification.objects.get(user=client_person, subject__contains="could not be charged")
    assert told.subject == "Visa •• 0341 could not be charged 4,200.00 USD"
    plan.refresh_from_db()
    assert plan.next_try_at == plan.started_at + timedelta(days=1)
    assert f"We try it again on {moment(plan.next_try_at)}." in told.body[0]["text"]
    ChargePlan.objects.update(attempts=3, next_try_at=timezone.now())
    enqueue_due_plans()
    run_jobs()
    plan.refresh_from_db()
    subjects = Notification.objects.filter(user=client_person, kind="money").order_by("id")
    assert (plan.state, [note.subject for note in subjects][1:]) == (
        "given_up",
        [
            "Visa •• 0341 could not be charged 4,200.00 USD",
            "“Model and evaluation” is not paid, and we stopped trying",
        ],
    )


def test_a_question_of_the_bank_leads_to_the_page_that_confirms(
    start, browser_of, client_person, escrow, payer_browser
):
    start(ALWAYS_ASKS)
    told = Notification.objects.get(user=client_person, subject__startswith="Confirm the payment")
    browser = browser_of(client_person)
    page = browser.get(told.url)
    assert "The bank of Visa •• 3184 asks its owner to confirm" in words(page)
    bank = browser.post(told.url).headers["Location"]
    back = payer_browser.post(bank, decision="complete").location
    browser.get(back.removeprefix("http://testserver"))
    escrow.refresh_from_db()
    assert (escrow.state, ChargePlan.objects.get().state) == ("held", "paid")
