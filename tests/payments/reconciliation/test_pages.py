import pytest
from django.urls import reverse
from django.utils import timezone

from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    Reconciliation,
    ReconciliationCase,
)
from tests.factories.accounts import make_user
from tests.jobs import run_jobs

pytestmark = [pytest.mark.django_db]
PATH = "/staff/ledger/reconciliation/"


@pytest.fixture
def case(db) -> ReconciliationCase:
    run = Reconciliation.objects.create(
        state="differed",
        made_at=timezone.now(),
        totals=[["USD", 100, 190, 0, 190]],
        matched=1,
        open_cases=1,
    )
    line = BalanceLine.objects.create(
        line_id="txn_1", kind="topup", net=90, currency="USD", at=timezone.now(), read_in=run
    )
    return ReconciliationCase.objects.create(
        kind="missing_here",
        reference="txn_1",
        currency="USD",
        theirs=90,
        line=line,
        opened_in=run,
    )


def of(case: ReconciliationCase, name: str = "staff_case") -> str:
    return reverse(f"payments:{name}", args=[case.public_id])


def test_staff_see_both_sides_and_what_differs(browser_of, moderator, case):
    page = browser_of(moderator).get(PATH)
    assert (page.status_code, list(page.context["cases"])) == (200, [case])
    assert b"payouts are stopped" in page.content
    shown = browser_of(moderator).get(of(case)).content.decode()
    assert "topup" in shown and "txn_1" in shown
    assert b"Differences from the processor" in browser_of(moderator).get("/staff/").content


def test_a_case_is_explained_with_a_reason(browser_of, moderator, case):
    browser = browser_of(moderator)
    path = of(case, "staff_explain_case")
    assert browser.post(path, {"why": ""}).status_code == 422
    case.refresh_from_db()
    assert case.state == "open"
    assert browser.post(path, {"why": "A top-up made by hand."}).url == PATH
    case.refresh_from_db()
    assert (case.state, case.closed_by) == ("explained", moderator)
    assert browser.get(path).status_code == 404


def test_it_is_for_staff_and_explained_by_those_who_read_the_ledger(
    browser_of, client_person, case
):
    paths = [PATH, f"{PATH}lines/", of(case), of(case, "staff_explain_case")]
    stranger = browser_of(client_person)
    assert [stranger.get(path).status_code for path in paths] == [403] * 4
    moderating = browser_of(make_user("Mia Moderator", is_moderator=True))
    assert [moderating.get(path).status_code for path in paths] == [200, 403, 200, 403]
    for browser in (stranger, moderating):
        assert browser.post(f"{PATH}new/").status_code == 403
        answer = browser.post(paths[3], {"why": "Please pay me now."})
        assert answer.status_code == 403
    case.refresh_from_db()
    assert (case.state, Reconciliation.objects.count()) == ("open", 1)


def test_it_is_compared_by_a_worker_and_the_page_tells_how_far_it_is(
    sandbox, browser_of, moderator
):
    browser = browser_of(moderator)
    browser.post(f"{PATH}new/", {"what": "everything"})
    run = Reconciliation.objects.get()
    assert (run.state, run.is_full) == ("running", True)
    Reconciliation.objects.update(lines_read=300)
    shown = browser.get(PATH).content.decode()
    assert "300 lines" in shown and 'hx-trigger="every 2s"' in shown
    browser.post(f"{PATH}new/")
    assert Reconciliation.objects.count() == 1
    run_jobs("payments.reconcile")
    shown = browser.get(PATH).content.decode()
    assert "Both books agree" in shown and "every 2s" not in shown


def test_lines_stand_beside_their_movements(browser_of, moderator, case):
    page = browser_of(moderator).get(f"{PATH}lines/")
    assert [(line.line_id, line.ours) for line in page.context["page"].items] == [("txn_1", None)]
    assert b"no movement" in page.content
    assert browser_of(moderator).get(f"{PATH}lines/?alone=").status_code == 200
