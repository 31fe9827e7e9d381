"""A month's statement: the lines of the paper, for its owner alone."""

from datetime import UTC, datetime

import pytest

from tests.factories.payments import make_payout
from tests.payments.books import posted_on

pytestmark = [pytest.mark.django_db]

USD = "USD"


@pytest.fixture(autouse=True)
def _december(time_machine, organisation, freelancer_person, settings):
    """A release in November, looked at in December."""
    settings.CLEARING_DAYS = 5
    with posted_on(2026, 11, 3):
        make_payout(organisation, freelancer_person)
    time_machine.move_to(datetime(2026, 12, 3, tzinfo=UTC))


def minors(part: dict) -> list[int]:
    return [
        part["opening"]["minor"],
        *(line["amount"]["minor"] for line in part["lines"]),
        part["closing"]["minor"],
    ]


def test_a_freelancer_reads_what_they_earned(program_of, freelancer_person):
    statement = program_of(freelancer_person, ["read"]).read("statements/2026/11/").json()
    assert (statement["month"], statement["is_over"]) == ("2026-11", True)
    [part] = statement["currencies"]
    assert (part["currency"], minors(part)) == (USD, [0, 386_400, 386_400])
    assert part["lines"][0]["fee"] == {"minor": 33_600, "currency": USD}


def test_a_client_reads_what_was_held_for_them(program_of, client_person, organisation):
    path = f"organisations/{organisation.public_id}/statements/2026/11/"
    [part] = program_of(client_person, ["read"]).read(path).json()["currencies"]
    assert minors(part) == [0, 420_000, -420_000, 0]


def test_the_month_that_runs_says_so(program_of, freelancer_person):
    statement = program_of(freelancer_person, ["read"]).read("statements/2026/12/").json()
    assert statement["is_over"] is False
    assert minors(statement["currencies"][0]) == [386_400, 386_400]


def test_whose_money_it_is_not_reads_nothing(
    program_of, freelancer_person, stranger, organisation, anybody
):
    path = f"organisations/{organisation.public_id}/statements/2026/11/"
    for person in (freelancer_person, stranger):
        assert program_of(person, ["read"]).read(path).status_code == 404
    own = program_of(stranger, ["read"]).read("statements/2026/11/").json()
    assert own["currencies"] == []
    assert anybody.read("statements/2026/11/").status_code == 401


@pytest.mark.parametrize("period", ["2026/13", "2026/0", "1999/1"])
def test_there_is_no_such_month(program_of, freelancer_person, period):
    answer = program_of(freelancer_person, ["read"]).read(f"statements/{period}/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
