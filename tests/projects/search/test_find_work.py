import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.projects import make_brief, make_draft_brief

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


def titles(response) -> list[str]:
    return [brief.title for brief in response.context["page"].items]


def queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_everyone_finds_open_briefs(client, brief, draft_brief):
    response = client.get("/briefs/")
    assert titles(response) == [brief.title]


def test_filters_work_by_address_alone(client, organisation):
    make_brief(organisation, title="Read receipts", currency="JPY", budget_max=2_500_000)
    make_brief(organisation, title="Find defects", currency="EUR")
    assert titles(client.get("/briefs/?currency=JPY&budget=2,000,000")) == ["Read receipts"]
    assert titles(client.get("/briefs/?currency=JPY&budget=3000000")) == []
    assert titles(client.get("/briefs/?q=defcts")) == ["Find defects"]


def test_a_budget_without_a_currency_is_explained_and_shows_nothing(client, brief):
    response = client.get("/briefs/?budget=100")
    assert response.context["form"].errors == {"currency": ["Choose the currency of the budget."]}
    assert titles(response) == []


def test_a_page_that_never_was_is_the_first_one(client, brief):
    assert titles(client.get("/briefs/?after=@@")) == [brief.title]


@pytest.mark.parametrize(
    "query", ["specialism=magic", "posted=x", "currency=XXX", f"q={'churn+' * 675}"]
)
@pytest.mark.parametrize("sent", [{}, HTMX])
def test_what_is_refused_shows_the_refusal_alone(client, brief, query, sent):
    response = client.get(f"/briefs/?{query}", **sent)
    assert (response.status_code, titles(response), response.context["count"]) == (200, [], 0)
    page = response.content.decode()
    assert page.count("Nothing was looked for: change this first") == 1
    assert 'class="find__count"' not in page
    assert "No open brief fits" not in page
    assert brief.title not in page


def test_htmx_swaps_the_results_and_pushes_a_short_address(client, brief):
    response = client.get("/briefs/?q=churn&industry=&currency=", **HTMX)
    assert [template.name for template in response.templates][0] == "projects/brief_results.html"
    assert response["HX-Push-Url"] == "/briefs/?q=churn"
    assert "HX-Request" in response["Vary"]


def test_going_back_in_the_browser_gets_the_whole_page(client, brief):
    restored = {"HTTP_HX_HISTORY_RESTORE_REQUEST": "true", **HTMX}
    response = client.get("/briefs/?q=churn", **restored)
    assert response.templates[0].name == "projects/brief_list.html"


@pytest.mark.parametrize("address", ["/briefs/", "/briefs/?q=churn", "/briefs/?q=churm"])
def test_the_list_costs_the_same_for_one_and_three(browser_of, stranger, brief, address):
    browser = browser_of(stranger)
    browser.get(address)
    one = queries(browser, address)
    make_brief(title="Churn of subscribers, again")
    make_brief(title="Churn of subscribers, and again")
    assert queries(browser, address) == one
    assert one <= 6


def test_the_next_page_starts_after_the_last_row(client, organisation):
    made = [make_brief(organisation, title=f"Brief {n}").title for n in range(21)]
    first = client.get("/briefs/")
    assert titles(first) == made[:0:-1]
    make_brief(organisation, title="Newer")
    after = first.context["page"].next
    assert titles(client.get(f"/briefs/?after={after}")) == made[:1]


def test_home_shows_the_newest_briefs(client, organisation):
    for number in range(4):
        make_brief(organisation, title=f"Brief {number}")
    make_draft_brief(organisation)
    response = client.get("/")
    shown = [brief.title for brief in response.context["open_briefs"]]
    assert shown == ["Brief 3", "Brief 2", "Brief 1"]
    assert response.context["open_briefs_count"] == 4


def test_a_query_too_long_is_explained_and_no_rows_are_counted(client, brief):
    page = client.get("/briefs/", {"q": "churn " * 500}).content.decode()
    assert "1 open brief" not in page
    assert "2,999 of 120 characters: shorten by 2,879." in page
