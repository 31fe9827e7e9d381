"""Lines for programs: written down, corrected, taken away."""

from datetime import timedelta

import pytest

from contracts.timesheets.models.entries import TimeEntry
from tests.contracts.timesheets.programs import LINE, address, code_of
from tests.factories.contracts import fresh
from tests.factories.timesheets import at, work

pytestmark = pytest.mark.django_db


def test_a_line_is_written_down_with_its_offset(author, evening):
    links = ["https://git.example.org/churn/commit/4f2a9c1"]
    answer = author.write(address(evening.unit, "time-entries/"), LINE | {"links": links})
    assert answer.status_code == 201
    line = TimeEntry.objects.get()
    assert (line.started_at, line.ended_at) == (at(0, 9), at(0, 11, 30))
    assert (answer.json()["seconds"], answer.json()["amount"]) == (9_000, None)
    assert (line.links, answer.json()["links"]) == (links, links)


@pytest.mark.parametrize(
    ("changed", "pointer"),
    [
        ({"started_at": "2026-11-02T10:00:00"}, "/started_at"),
        ({"started_at": "2026-11-02"}, "/started_at"),
        ({"ended_at": "2026-11-02T12:30:00.5Z"}, "/ended_at"),
        ({"ended_at": 1_793_000_000}, "/ended_at"),
        ({"ended_at": "2026-11-31T12:30:00Z"}, "/ended_at"),
        ({"task": ""}, "/task"),
        ({"links": ["javascript:alert(1)"]}, "/links/0"),
        ({"links": ["https://example.org/" + "a" * 500]}, "/links/0"),
        ({"links": ["https://example.org/"] * 6}, "/links"),
        ({"hours": 2}, "/hours"),
    ],
)
def test_a_line_that_is_wrongly_written_is_refused_at_its_field(author, evening, changed, pointer):
    answer = author.write(address(evening.unit, "time-entries/"), LINE | changed)
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert TimeEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"ended_at": "2026-11-02T20:00:00Z"}, "not_worked_yet"),
        ({"started_at": "2026-11-01T10:00:00Z"}, "outside_week"),
        ({"started_at": "0001-01-01T00:00:00Z"}, "outside_week"),
        ({"ended_at": LINE["started_at"]}, "outside_week"),
        ({"is_waiting": True}, "waiting_not_paid"),
    ],
)
def test_time_that_is_not_paid_is_refused(author, evening, changed, code):
    answer = author.write(address(evening.unit, "time-entries/"), LINE | changed)
    assert code_of(answer) == (422, code)
    assert TimeEntry.objects.count() == 0


def test_a_line_is_corrected_from_the_version_that_was_read(author, line):
    path = f"time-entries/{line.public_id}/"
    tag = author.read(path)["ETag"]
    changed = author.send("PATCH", path, {"task": "Labels"}, HTTP_IF_MATCH=tag)
    assert (changed.status_code, changed["ETag"]) == (200, author.read(path)["ETag"])
    assert (changed.json()["task"], changed.json()["seconds"]) == ("Labels", 9_000)
    refused = author.send("PATCH", path, {"task": "Other"}, HTTP_IF_MATCH=tag)
    assert code_of(refused) == (412, "version_passed")
    assert (fresh(line).task, fresh(line).entered_at) == ("Labels", at(0, 18))


def test_a_corrected_line_may_not_overlap(author, evening, line):
    other = work(evening, at(0, 12), 1)
    moved = {"started_at": "2026-11-02T11:00:00Z", "ended_at": "2026-11-02T12:00:00Z"}
    answer = author.send("PATCH", f"time-entries/{other.public_id}/", moved)
    assert code_of(answer) == (422, "time_overlaps")
    assert fresh(other).started_at == at(0, 12)


def test_a_line_is_taken_away_until_its_week_closes(clock, author, evening, line):
    kept = work(evening, at(0, 12), 1)
    assert author.send("DELETE", f"time-entries/{line.public_id}/").status_code == 204
    assert author.send("DELETE", f"time-entries/{line.public_id}/").status_code == 404
    clock.move_to(at(7, 12))
    refused = author.send("DELETE", f"time-entries/{kept.public_id}/")
    assert code_of(refused) == (409, "week_not_open")
    assert list(TimeEntry.objects.all()) == [kept]


def test_late_lines_say_so(clock, author, evening):
    clock.move_to(at(0, 18) + timedelta(days=2))
    body = author.write(address(evening.unit, "time-entries/"), LINE).json()
    assert body["is_late"] is True
