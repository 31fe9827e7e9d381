import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.notices.models import Notification
from accounts.organisations.models.organisations import Membership
from payments.payment_methods.models import MethodSetup, PaymentMethod
from tests.factories.accounts import make_member, make_organisation
from tests.factories.payments import make_method
from tests.jobs import run_jobs
from tests.payments.flows import save_method

pytestmark = [pytest.mark.django_db]

LIST = "/money/methods/"
AGREED = {"currency": "USD", "agreed": "on"}


def words(answer) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def test_a_card_is_saved_and_the_page_says_so(
    sandbox, browser_of, client_person, organisation, payer_browser
):
    browser = browser_of(client_person)
    add = f"{LIST}new/{organisation.public_id}/"
    assert "Northwind Telecom allows Holdout to charge" in words(browser.get(add))
    back = payer_browser.pay(browser.post(add, AGREED).headers["Location"]).location
    setup = MethodSetup.objects.get()
    assert back == f"http://testserver{LIST}setups/{setup.public_id}/result/"
    page = browser.get(back.removeprefix("http://testserver"), follow=True)
    assert page.redirect_chain == [(LIST, 302)]
    assert "Visa •• 4242 is saved." in words(page)


def test_without_a_word_of_agreement_nothing_is_opened(browser_of, client_person, organisation):
    answer = browser_of(client_person).post(f"{LIST}new/{organisation.public_id}/", {})
    assert (answer.status_code, MethodSetup.objects.count()) == (422, 0)
    assert "Tick this to agree" in words(answer)


def test_leaving_the_page_saves_nothing(sandbox, browser_of, client_person, organisation):
    browser = browser_of(client_person)
    browser.post(f"{LIST}new/{organisation.public_id}/", AGREED)
    setup = MethodSetup.objects.get()
    page = browser.get(f"{LIST}setups/{setup.public_id}/result/", follow=True)
    assert "Your bank has not confirmed yet." in words(page)
    assert PaymentMethod.objects.count() == 0


def test_the_paying_members_hear_of_what_was_saved_and_removed(
    sandbox, browser_of, client_person, organisation, payer_browser
):
    viewer = make_member(organisation, Membership.Role.VIEWER).user
    finance = make_member(organisation, Membership.Role.FINANCE).user
    method = save_method(organisation, client_person, payer_browser)
    browser_of(client_person).post(f"{LIST}{method.public_id}/removal/")
    run_jobs()
    told = Notification.objects.filter(user=finance, kind="money").order_by("id")
    assert [note.subject for note in told] == [
        "Visa •• 4242 was saved for Northwind Telecom",
        "Visa •• 4242 was removed from Northwind Telecom",
    ]
    assert not viewer.notifications.exists()


def test_the_removal_says_what_is_charged_instead(browser_of, client_person, organisation):
    method = make_method(organisation)
    make_method(organisation, brand="mastercard", last4="4444")
    page = words(browser_of(client_person).get(f"{LIST}{method.public_id}/removal/"))
    assert "Mastercard •• 4444 becomes the default" in page
    method.refresh_from_db()
    assert method.state == "saved"


def test_another_default_is_chosen(browser_of, client_person, organisation):
    make_method(organisation)
    other = make_method(organisation, brand="mastercard", last4="4444")
    page = browser_of(client_person).post(f"{LIST}{other.public_id}/default/", follow=True)
    assert "Mastercard •• 4444 is the default now." in words(page)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Membership.Role.FINANCE, 200),
        (Membership.Role.HIRING_MANAGER, 403),
        (Membership.Role.VIEWER, 403),
    ],
)
def test_only_those_who_pay_see_the_methods(browser_of, organisation, role, status):
    make_method(organisation)
    member = make_member(organisation, role).user
    assert browser_of(member).get(LIST).status_code == status


@pytest.mark.parametrize(
    "page", ["{method}/removal/", "new/{organisation}/", "setups/{setup}/result/"]
)
def test_another_organisation_finds_nothing(browser_of, stranger, organisation, page):
    make_organisation(stranger)
    method = make_method(organisation)
    setup = MethodSetup.objects.create(organisation=organisation, currency="USD", mandate="Yes.")
    ids = {"method": method, "organisation": organisation, "setup": setup}
    path = LIST + page.format(**{name: row.public_id for name, row in ids.items()})
    assert browser_of(stranger).get(path).status_code == 404
    assert "4242" not in words(browser_of(stranger).get(LIST))


@pytest.mark.parametrize("page", ["{method}/removal/", "{method}/default/", "new/{organisation}/"])
def test_changes_ask_who_one_is_when_the_sign_in_is_old(client_person, organisation, page):
    method = make_method(organisation)
    browser = Client()
    browser.force_login(client_person)
    path = LIST + page.format(method=method.public_id, organisation=organisation.public_id)
    answer = browser.post(path, AGREED)
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    method.refresh_from_db()
    assert (method.state, MethodSetup.objects.count()) == ("saved", 0)


def test_the_list_asks_the_same_at_any_length(
    browser_of, client_person, organisation, count_queries
):
    browser = browser_of(client_person)
    make_method(organisation)
    browser.get(LIST)
    with count_queries() as one:
        browser.get(LIST)
    make_method(organisation)
    make_method(organisation)
    with count_queries() as three:
        browser.get(LIST)
    assert len(one) == len(three)
