"""Periods for programs: the same acts as on the pages, with the same outcomes."""

from datetime import date

import pytest

from contracts.retainers.models.reports import Report
from tests.api.conftest import program
from tests.factories.retainers import REPORT, keep_retainer, on, period_of, report, spend


def address(unit, part=""):
    return f"periods/{unit.public_id}/{part}"


def state_of(unit):
    return period_of(unit.contract, unit.position).state


@pytest.fixture
def first(retainer):
    return period_of(retainer, 1)


@pytest.fixture
def hirer(client_person):
    return program(client_person)


@pytest.fixture
def author(freelancer_person):
    return program(freelancer_person)


@pytest.fixture
def over(clock, retainer, first):
    clock.move_to(on(date(2027, 1, 20), 18))
    spend(first, on(date(2027, 1, 20)), 3)
    clock.move_to(on(date(2027, 2, 15), 13))
    keep_retainer(retainer)
    return period_of(retainer, 1)


def test_a_period_says_what_it_has_and_what_is_used(over, hirer, author):
    for side in (hirer, author):
        said = side.read(address(over)).json()
        assert said["hours"] == {
            "included": 72_000,
            "rolled": 0,
            "used": 10_800,
            "left": 61_200,
            "rolls_over": 18_000,
            "lapses": 43_200,
        }
        assert (said["state"], said["report"], len(said["lines"])) == ("funded", None, 1)
        assert said["price"] == {"minor": 300_000, "currency": "USD"}


def test_time_is_written_down_by_programs(clock, first, author, hirer):
    clock.move_to(on(date(2027, 1, 16), 18))
    line = {
        "started_at": "2027-01-16T09:00:00Z",
        "ended_at": "2027-01-16T10:30:00Z",
        "task": "Watch the scores",
    }
    assert hirer.write(address(first, "time-entries/"), line).status_code == 403
    answer = author.write(address(first, "time-entries/"), line)
    assert (answer.status_code, answer.json()["seconds"]) == (201, 5_400)
    assert author.write(f"weeks/{first.public_id}/time-entries/", line).status_code == 404


def test_a_report_is_signed_and_approved_by_programs(over, author, hirer):
    refused = author.write(address(over, "report/"), REPORT | {"name": "Somebody Else"})
    assert (refused.status_code, Report.objects.count()) == (422, 0)
    answer = author.write(
        address(over, "report/"), REPORT | {"name": over.contract.freelancer.name}
    )
    assert answer.status_code == 201
    said = answer.json()
    assert said["state"] == "submitted"
    assert said["report"]["sha256"] == Report.objects.get().sha256
    approved = hirer.write(address(over, "approval/"), {"note": "Thank you."})
    assert (approved.status_code, approved.json()["state"]) == (200, "released")


def test_a_report_that_misses_something_is_refused(over, author):
    body = {name: said for name, said in REPORT.items() if name not in ("done", "choice")}
    answer = author.write(address(over, "report/"), body | {"name": "Fay Freelancer"})
    assert (answer.status_code, Report.objects.count()) == (400, 0)
    missing = {error["pointer"] for error in answer.json()["errors"]}
    assert missing == {"/done", "/choice"}
    assert state_of(over) == "funded"


def test_a_period_is_approved_without_a_report_once_it_is_missed(clock, over, client_person):
    why = {"why": "We know how it does."}
    early = program(client_person).write(address(over, "waiver/"), why)
    assert (early.status_code, state_of(over)) == (409, "funded")
    clock.move_to(on(date(2027, 2, 17)))
    late = program(client_person)
    assert late.read(address(over)).json()["is_report_missed"] is True
    assert late.write(address(over, "waiver/"), why).json()["state"] == "released"


def test_a_cancellation_is_asked_for_by_programs(first, author):
    answer = author.write(address(first, "cancellation/"), {"why": "I fell ill."})
    assert (answer.status_code, answer.json()["kind"]) == (201, "period")


def test_an_approval_needs_a_report(first, over, hirer, author):
    refused = hirer.write(address(first, "approval/"), {})
    assert (refused.status_code, state_of(first)) == (409, "funded")
    report(over)
    assert hirer.write(address(first, "approval/"), {}).status_code == 200
