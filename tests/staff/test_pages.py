"""Who may open the pages of staff, and what they show."""

import inspect

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.moderation.services import hide_profile
from marketplace.core.data import actors
from marketplace.core.staff.registry import Queue, queues
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.contracts import make_offer
from tests.url_table import url_table

PAGES = ("/staff/", "/staff/search/?q=a", "/staff/acts/", "/staff/organisations/",
         "/staff/briefs/appeals/", "/staff/briefs/first/", "/staff/ledger/attention/")  # fmt: skip

# What waits asks each queue once.
MOST_QUERIES = 27


def of_contract(contract) -> list[str]:
    return [
        f"/staff/people/{contract.freelancer.public_id}/",
        f"/staff/organisations/{contract.organisation.public_id}/",
        f"/staff/contracts/{contract.public_id}/",
    ]


@pytest.mark.parametrize("path", PAGES)
def test_lists_are_for_staff(browser_of, client_person, moderator, busy, path):
    assert browser_of(client_person).get(path).status_code == 403
    assert browser_of(moderator).get(path).status_code == 200


def test_pages_about_somebody_are_for_staff(browser_of, stranger, client_person, moderator, busy):
    for path in of_contract(busy):
        assert browser_of(stranger).get(path).status_code == 403
        assert browser_of(client_person).get(path).status_code == 403
        assert browser_of(moderator).get(path).status_code == 200


def test_a_visitor_is_asked_to_sign_in(client, busy):
    for path in (*PAGES, *of_contract(busy)):
        page = client.get(path)
        assert (page.status_code, page.url.split("?")[0]) == (302, "/account/login/")


def test_every_list_of_staff_keeps_ordinary_people_out(stranger):
    """Those about somebody are opened one by one above and in test_acts."""
    found = [row.view for row in url_table() if row.address.startswith("staff/")]
    assert len(found) >= 20
    permissions = [view.permission for view in found]
    of_the_user = [rule for rule in permissions if len(inspect.signature(rule).parameters) == 1]
    assert {rule(stranger) for rule in of_the_user} == {False}


def test_more_rows_cost_no_more_queries(browser_of, moderator, busy):
    browser = browser_of(moderator)
    paths = (*PAGES, *of_contract(busy))
    browser.get("/staff/")
    more_to_see(busy, moderator)
    few = [queries_of(browser, path) for path in paths]
    for _ in range(2):
        more_to_see(busy, moderator)
    assert [queries_of(browser, path) for path in paths] == few
    assert max(few) <= MOST_QUERIES


def more_to_see(contract, moderator) -> None:
    make_offer(contract.organisation, contract.offered_by, contract.freelancer)
    make_organisation(make_user())
    profile = make_freelancer().freelancer_profile
    hide_profile(profile=profile, by=actors.moderator(moderator), why="It claims too much.")


def queries_of(browser, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return len(captured)


def test_people_are_found_by_name_email_and_identifier(browser_of, moderator, client_person):
    browser = browser_of(moderator)
    for words in ("clara cl", client_person.email, str(client_person.public_id)):
        groups = browser.get("/staff/search/", {"q": words}).context["groups"]
        assert [row.label for group in groups for row in group.rows] == ["Clara Client"]


def test_accents_hide_nobody_from_staff(browser_of, moderator, contract):
    browser = browser_of(moderator)
    contract.organisation.name = "Łódź Énergie"
    contract.organisation.save()
    contract.freelancer.name = "Søren Müller"
    contract.freelancer.save()
    found = {}
    for words in ("lodz energ", "soren mull", "SØREN MÜLL"):
        groups = browser.get("/staff/search/", {"q": words}).context["groups"]
        found[words] = sorted(group.title for group in groups if group.rows)
    of_freelancer = ["Contracts", "People"]
    assert found["soren mull"] == found["SØREN MÜLL"] == of_freelancer
    assert {"Contracts", "Organisations"} <= set(found["lodz energ"])


def test_contracts_are_found_by_title_and_identifier(browser_of, moderator, contract):
    browser = browser_of(moderator)
    for words in (contract.title, str(contract.public_id)):
        groups = browser.get("/staff/search/", {"q": words}).context["groups"]
        found = {group.title: [row.label for row in group.rows] for group in groups}
        assert found["Contracts"] == [contract.title]


def test_the_queues_count_up_to_a_limit(db):
    words = {"title": "", "about": "", "url": "", "empty": ""}
    assert Queue(count=3, oldest=None, **words).counted == "3"
    assert Queue(count=101, oldest=None, **words).counted == "100+"


def test_every_queue_leads_to_a_page_that_opens(browser_of, moderator, busy):
    browser = browser_of(moderator)
    listed = queues()
    assert len(listed) >= 11
    assert {browser.get(queue.url.split("#")[0]).status_code for queue in listed} == {200}
