import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.organisations.models.organisations import Membership
from payments.charges.models import Charge
from payments.operations.models import Operation
from tests.factories.accounts import make_member, make_organisation
from tests.factories.contracts import make_agreed
from tests.factories.payments import make_held_escrow, make_method
from tests.payments.books import books
from tests.payments.flows import (
    ALWAYS_ASKS,
    DECLINED,
    DECLINED_WHEN_CHARGED,
    pay_saved,
    save_method,
)

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def path(escrow) -> str:
    return f"/money/escrows/{escrow.public_id}/funding/"


def test_the_page_says_what_happens_to_the_money(browser_of, client_person, path):
    page = browser_of(client_person).get(path)
    text = " ".join(strip_tags(page.content.decode()).split())
    assert "Northwind Telecom pays 4,200.00 USD now; it is held until you approve" in text
    assert (page.status_code, Operation.objects.count()) == (200, 0)


def test_paying_leads_to_the_checkout_and_back_to_the_work(
    sandbox, browser_of, client_person, payer_browser, escrow, path
):
    browser = browser_of(client_person)
    answer = browser.post(f"{path}?next=/contracts/7/")
    assert (answer.status_code, answer.headers["Location"].split("/c/")[0]) == (302, sandbox.url)
    back = payer_browser.pay(answer.headers["Location"]).location
    assert back == f"http://testserver{path}result/?next=%2Fcontracts%2F7%2F"
    page = browser.get(back.removeprefix("http://testserver"))
    escrow.refresh_from_db()
    assert (page.status_code, escrow.state, page.context["next"]) == (200, "held", "/contracts/7/")
    assert "Paid and held" in page.content.decode()


def test_a_milestone_is_paid_for_from_its_own_page(
    sandbox, browser_of, client_person, freelancer_person, organisation, payer_browser
):
    contract = make_agreed(organisation, client_person, freelancer_person)
    unit = contract.units.get(position=1)
    browser = browser_of(client_person)
    answer = browser.post(f"/milestones/{unit.public_id}/funding/")
    back = payer_browser.pay(answer["Location"]).location.removeprefix("http://testserver")
    assert back.endswith(f"/funding/result/?next=%2Fcontracts%2F{contract.public_id}%2F")
    assert "Paid and held" in browser.get(back).content.decode()
    unit.refresh_from_db()
    assert (unit.state, books(unit.escrow)["held"]) == ("funded", 240_000)


def test_a_foreign_address_to_go_on_to_is_dropped(browser_of, client_person, path):
    page = browser_of(client_person).get(f"{path}?next=https://evil.example/")
    assert page.context["next"] == ""


def test_a_declined_card_is_told_with_a_way_to_try_again(
    sandbox, browser_of, client_person, payer_browser, escrow, path
):
    browser = browser_of(client_person)
    payer_browser.pay(browser.post(path).headers["Location"], DECLINED)
    page = browser.get(f"{path}result/").content.decode()
    assert "Your card was declined." in page
    assert "Try again" in page
    assert books(escrow) == {}


def test_leaving_the_checkout_charges_nothing(sandbox, browser_of, client_person, path):
    browser = browser_of(client_person)
    browser.post(path)
    assert "Not paid yet." in browser.get(f"{path}result/").content.decode()


def test_a_processor_that_is_away_keeps_the_page_and_says_so(
    sandbox, browser_of, client_person, escrow, path
):
    sandbox.control("faults", kind="fail", path="/v1/checkout/sessions")
    answer = browser_of(client_person).post(path)
    assert answer.status_code == 422
    assert "does not answer right now" in answer.content.decode()
    assert (Charge.objects.get().state, books(escrow)) == ("open", {})


def test_funded_work_leads_to_its_result(browser_of, client_person, organisation):
    escrow = make_held_escrow(organisation)
    path = f"/money/escrows/{escrow.public_id}/funding/"
    assert browser_of(client_person).get(path).headers["Location"] == f"{path}result/"


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Membership.Role.FINANCE, 200),
        (Membership.Role.HIRING_MANAGER, 403),
        (Membership.Role.VIEWER, 403),
    ],
)
def test_owners_and_finance_pay(browser_of, organisation, path, role, status):
    member = make_member(organisation, role).user
    assert browser_of(member).get(path).status_code == status


def test_the_page_moves_on_by_itself_while_the_bank_works(browser_of, client_person, escrow, path):
    Charge.objects.create(escrow=escrow, currency="USD", amount=escrow.amount, state="processing")
    page = browser_of(client_person).get(f"{path}result/", headers={"HX-Request": "true"})
    text = page.content.decode()
    assert 'hx-trigger="every 20s"' in text
    assert "<html" not in text


def test_paying_asks_who_one_is_when_the_sign_in_is_old(client_person, escrow, path):
    browser = Client()
    browser.force_login(client_person)
    answer = browser.post(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    assert (Charge.objects.count(), books(escrow)) == (0, {})


def test_a_saved_card_is_offered_first_and_pays_in_one_step(
    sandbox, browser_of, client_person, organisation, payer_browser, escrow, path
):
    method = save_method(organisation, client_person, payer_browser)
    browser = browser_of(client_person)
    assert browser.get(path).context["form"]["pay_with"].value() == str(method.public_id)
    page = browser.post(path, {"pay_with": str(method.public_id)}, follow=True)
    assert page.redirect_chain == [(f"http://testserver{path}result/", 302)]
    escrow.refresh_from_db()
    assert (escrow.state, "Paid and held" in page.content.decode()) == ("held", True)


def test_the_checkout_stays_open_to_whoever_saved_a_card(
    sandbox, browser_of, client_person, organisation, payer_browser, path
):
    save_method(organisation, client_person, payer_browser)
    answer = browser_of(client_person).post(path, {"pay_with": "checkout"})
    assert answer.headers["Location"].startswith(f"{sandbox.url}/c/pay/")


def test_only_what_pays_in_this_currency_and_is_good_is_offered(
    browser_of, client_person, organisation, path
):
    make_method(organisation, kind="sepa_debit", last4="3000")
    make_method(organisation, exp_year=2020)
    assert "pay_with" not in browser_of(client_person).get(path).context["form"].fields


def test_a_method_of_somebody_else_charges_nothing(browser_of, client_person, organisation, path):
    make_method(organisation)
    theirs = make_method(make_organisation())
    answer = browser_of(client_person).post(path, {"pay_with": str(theirs.public_id)})
    assert (answer.status_code, Charge.objects.count()) == (422, 0)


def test_a_declined_saved_card_leads_to_another_way(
    sandbox, browser_of, client_person, organisation, payer_browser, path
):
    method = save_method(organisation, client_person, payer_browser, DECLINED_WHEN_CHARGED)
    browser = browser_of(client_person)
    page = browser.post(path, {"pay_with": str(method.public_id)}, follow=True).content.decode()
    assert "Your card was declined." in page
    assert "Pay another way" in page


def test_the_bank_is_asked_on_its_own_page_and_leads_back(
    sandbox, browser_of, client_person, organisation, payer_browser, escrow, path
):
    method = save_method(organisation, client_person, payer_browser, ALWAYS_ASKS)
    browser = browser_of(client_person)
    answer = browser.post(f"{path}?next=/contracts/7/", {"pay_with": str(method.public_id)})
    assert answer.headers["Location"].startswith(f"{sandbox.url}/authentication/")
    waiting = browser.get(f"{path}result/")
    assert "Your bank waits for you." in waiting.content.decode()
    again = browser.post(f"{path}confirmation/?next=/contracts/7/").headers["Location"]
    back = payer_browser.post(again, decision="complete").location
    page = browser.get(back.removeprefix("http://testserver"))
    escrow.refresh_from_db()
    assert (escrow.state, page.context["next"]) == ("held", "/contracts/7/")


def test_a_confirmation_that_nobody_asks_for_leads_to_the_result(browser_of, client_person, path):
    answer = browser_of(client_person).get(f"{path}confirmation/")
    assert answer.headers["Location"] == f"{path}result/"


def test_while_the_bank_is_asked_the_page_waits(
    sandbox, browser_of, client_person, organisation, payer_browser, escrow, path
):
    method = save_method(organisation, client_person, payer_browser)
    sandbox.control("faults", kind="drop_answer", path="/v1/payment_intents")
    browser = browser_of(client_person)
    answer = browser.post(path, {"pay_with": str(method.public_id)})
    assert (answer.status_code, Charge.objects.get().is_in_flight) == (422, True)
    assert 'hx-trigger="every 2s"' in browser.get(f"{path}result/").content.decode()


def test_the_stranger_confirms_nothing(
    sandbox, browser_of, client_person, stranger, organisation, payer_browser, escrow, path
):
    method = save_method(organisation, client_person, payer_browser, ALWAYS_ASKS)
    pay_saved(escrow, method, client_person)
    assert browser_of(stranger).post(f"{path}confirmation/").status_code == 404
    assert escrow.charges.get().state == "challenged"
