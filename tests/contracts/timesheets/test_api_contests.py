"""Contested lines for programs."""

import pytest

from contracts.timesheets.models.entries import TimeContest
from contracts.units.states import UnitState
from payments.ledger.models import Transfer
from tests.contracts.timesheets.programs import address, code_of, contest_body, contested_lines, usd
from tests.factories.contracts import fresh

pytestmark = pytest.mark.django_db


def test_an_approval_pays_what_is_not_contested(hirer, handed_in, contested):
    shown = hirer.read(address(handed_in)).json()
    assert (shown["contested"], shown["lines"][0]["contest"]["state"]) == (usd(16_000), "open")
    answer = hirer.write(address(handed_in, "approval/"), {"note": "Clear work."}).json()
    assert (answer["state"], answer["outstanding"]) == ("partly_approved", usd(16_000))
    before = Transfer.objects.count()
    again = hirer.write(address(handed_in, "approval/"))
    assert code_of(again) == (409, "week_not_in_review")
    assert Transfer.objects.count() == before


def test_lines_are_contested_by_their_ids(hirer, handed_in):
    answer = hirer.write(address(handed_in, "contests/"), contest_body(handed_in))
    assert answer.status_code == 201
    contest = TimeContest.objects.get()
    assert answer.json()["lines"][0]["contest"]["id"] == str(contest.public_id)
    assert (contest.ground, contest.reason) == ("not_worked", "Not seen.")
    again = hirer.write(address(handed_in, "contests/"), contest_body(handed_in))
    assert code_of(again) == (409, "line_contested_before")
    assert TimeContest.objects.count() == 1


def test_what_is_no_contest_is_refused_at_its_field(hirer, handed_in):
    first = str(handed_in.time_entries.first().public_id)
    for changed, pointer in (
        ({"lines": []}, "/lines"),
        ({"lines": [first, str(handed_in.public_id)]}, "/lines/1"),
        ({"ground": "quality"}, "/ground"),
        ({"why": " "}, "/why"),
    ):
        body = contest_body(handed_in, **changed)
        answer = hirer.write(address(handed_in, "contests/"), body)
        assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert TimeContest.objects.count() == 0
    twice = hirer.write(address(handed_in, "contests/"), contest_body(handed_in, lines=[first] * 2))
    assert (twice.status_code, TimeContest.objects.count()) == (201, 1)


def test_a_line_is_given_up_or_accepted_once(hirer, author, handed_in, contested):
    hirer.write(address(handed_in, "approval/"))
    answer = author.write(contested_lines(contested, "concession"))
    assert (answer.status_code, answer.json()["state"]) == (200, "conceded")
    assert fresh(handed_in).state == UnitState.RELEASED
    before = Transfer.objects.count()
    late = hirer.write(contested_lines(contested, "retraction"))
    assert code_of(late) == (409, "contest_answered")
    assert (fresh(contested).state, Transfer.objects.count()) == ("conceded", before)


def test_a_client_accepts_a_line_after_all(hirer, handed_in, contested):
    answer = hirer.write(contested_lines(contested, "retraction"))
    assert (answer.status_code, answer.json()["state"]) == (200, "dropped")
    assert hirer.read(address(handed_in)).json()["contested"] == usd(0)
