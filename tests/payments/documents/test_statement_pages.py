import csv
from datetime import UTC, datetime

import pytest

from tests.factories.payments import make_payout
from tests.payments.books import posted_on

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _december(time_machine, organisation, freelancer_person, settings):
    """A release in November, looked at in December."""
    settings.CLEARING_DAYS = 5
    with posted_on(2026, 11, 3):
        make_payout(organisation, freelancer_person, title="=HYPERLINK(1)")
    time_machine.move_to(datetime(2026, 12, 3, tzinfo=UTC))


def rows(browser, path: str) -> list[list[str]]:
    return list(csv.reader(browser.get(path).content.decode("utf-8-sig").splitlines()))[1:]


def test_a_table_opens_and_closes_and_is_harmless_in_a_spreadsheet(browser_of, freelancer_person):
    opening, line, closing = rows(browser_of(freelancer_person), "/money/statements/2026/11/")
    assert opening == ["", "Balance at the start", "", "", "", "", "0.00", "USD", "", ""]
    assert line[:8] == [
        *("2026-11-03", "Released to you", "'=HYPERLINK(1)", "Northwind Telecom"),
        *("3864.00", "336.00", "3864.00", "USD"),
    ]
    assert closing[6] == "3864.00"


def test_an_organisations_papers_are_for_its_members(
    browser_of, client_person, freelancer_person, stranger, organisation
):
    path = f"/money/organisations/{organisation.public_id}/statements/2026/11/"
    lines = rows(browser_of(client_person), path)
    assert [(line[1], line[6]) for line in lines] == [
        ("Balance at the start", "0.00"),
        ("Paid, held", "4200.00"),
        ("Released to the freelancer", "0.00"),
        ("Balance at the end", "0.00"),
    ]
    assert browser_of(client_person).get(f"{path}pdf/").status_code == 200
    for person in (freelancer_person, stranger):
        for paper in (path, f"{path}pdf/", path.replace("11/", "pdf/")):
            assert browser_of(person).get(paper).status_code == 404


def test_a_stranger_reads_only_their_own(browser_of, stranger):
    assert rows(browser_of(stranger), "/money/statements/2026/11/") == []


def test_a_month_that_is_over_is_printed(browser_of, freelancer_person):
    answer = browser_of(freelancer_person).get("/money/statements/2026/11/pdf/")
    assert answer["Content-Disposition"] == 'attachment; filename="holdout-2026-11.pdf"'
    assert answer.content[:5] == b"%PDF-"


@pytest.mark.parametrize("path", ["1999/", "2026/13/", "2026/0/", "2026/12/pdf/", "2026/pdf/"])
def test_there_is_no_such_paper(browser_of, freelancer_person, path):
    assert browser_of(freelancer_person).get(f"/money/statements/{path}").status_code == 404


def test_the_page_offers_what_there_is(browser_of, client_person, freelancer_person, organisation):
    page = browser_of(freelancer_person).get("/money/statements/").content.decode()
    assert 'href="/money/statements/2026/11/pdf/"' in page
    assert 'href="/money/statements/2026/12/pdf/"' not in page
    page = browser_of(client_person).get("/money/statements/").content.decode()
    own = f"/money/organisations/{organisation.public_id}/statements/2026/11/pdf/"
    assert f'href="{own}"' in page


def test_only_months_since_the_first_movement_are_offered(
    browser_of, freelancer_person, stranger, time_machine
):
    page = browser_of(freelancer_person).get("/money/statements/").content.decode()
    assert "/money/statements/2026/10/" not in page
    assert "Other years" not in page
    time_machine.move_to(datetime(2027, 2, 3, tzinfo=UTC))
    page = browser_of(freelancer_person).get("/money/statements/").content.decode()
    assert "/money/statements/2027/1/pdf/" in page
    assert "/money/statements/2027/3/" not in page
    assert 'Other years: <a href="/money/statements/2026/">2026</a>' in " ".join(page.split())
    page = browser_of(stranger).get("/money/statements/").content.decode()
    assert "By month" not in page
    assert "Nothing moved in this year" in page
