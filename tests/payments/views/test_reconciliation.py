import pytest

from payments.models import Reconciliation

pytestmark = [pytest.mark.django_db]
PATH = "/staff/ledger/reconciliation/"


@pytest.fixture
def case(db):
    return Reconciliation.objects.create(
        state="differed",
        totals=[["USD", 100, 190, 0]],
        differences=[["only at the processor", "txn_1", 90, "USD"]],
        matched=1,
    )


def test_staff_see_both_sides_and_what_differs(browser_of, moderator, case):
    page = browser_of(moderator).get(PATH)
    assert (page.status_code, page.context["newest"]) == (200, case)
    assert b"txn_1" in page.content


def test_a_case_is_explained_with_a_reason(browser_of, moderator, case):
    browser = browser_of(moderator)
    path = f"{PATH}{case.public_id}/explanation/"
    assert browser.post(path, {"reason": ""}).status_code == 422
    case.refresh_from_db()
    assert case.state == "differed"
    browser.post(path, {"reason": "A top-up made by hand."})
    case.refresh_from_db()
    assert case.state == "explained"


def test_it_is_for_staff(browser_of, client_person, case):
    browser = browser_of(client_person)
    assert browser.get(PATH).status_code == 403
    assert browser.post(f"{PATH}new/").status_code == 403
    path = f"{PATH}{case.public_id}/explanation/"
    assert browser.post(path, {"reason": "Please pay me now."}).status_code == 403
    case.refresh_from_db()
    assert (case.state, Reconciliation.objects.count()) == ("differed", 1)


def test_it_is_compared_on_demand(sandbox, browser_of, moderator):
    browser_of(moderator).post(f"{PATH}new/")
    assert Reconciliation.objects.get().state == "agreed"
