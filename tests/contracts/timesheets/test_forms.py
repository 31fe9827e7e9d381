"""A line as it is typed: clock times of the person's own zone, also where clocks change."""

from datetime import UTC, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from contracts.timesheets.forms.entries import TimeForm
from contracts.timesheets.models.entries import TimeEntry

SIX = "\n".join(f"https://git.example.org/{number}" for number in range(6))
WEEK = SimpleNamespace(pays_waiting=False)


def form_of(zone: str, day: str, starts: str, ends: str, **typed: str) -> TimeForm:
    with timezone.override(ZoneInfo(zone)):
        form = TimeForm(
            {"day": day, "starts": starts, "ends": ends, "task": "Labels", **typed}, sheet=WEEK
        )
        form.is_valid()
    return form


def hours(form: TimeForm) -> float:
    facts = form.cleaned_data
    return TimeEntry(started_at=facts["started_at"], ended_at=facts["ended_at"]).seconds / 3_600


def test_clock_times_are_those_of_the_person():
    facts = form_of("Asia/Kathmandu", "2026-11-03", "09:00", "11:30").cleaned_data
    assert facts["started_at"] == datetime(2026, 11, 3, 3, 15, tzinfo=UTC)
    assert facts["ended_at"] == datetime(2026, 11, 3, 5, 45, tzinfo=UTC)


def test_a_line_past_midnight_ends_on_the_next_day():
    facts = form_of("Europe/Berlin", "2026-11-03", "22:00", "01:00").cleaned_data
    assert facts["ended_at"] - facts["started_at"] == datetime(2026, 1, 1, 3) - datetime(2026, 1, 1)


# The nights on which clocks are put forward and back: a clock of three hours that lasts two, four.
@pytest.mark.parametrize(
    ("zone", "forward", "back"),
    [
        ("Europe/Berlin", "2027-03-28", "2026-10-25"),
        ("America/New_York", "2027-03-14", "2026-11-01"),
        ("Australia/Sydney", "2026-10-04", "2027-04-04"),
    ],
)
def test_what_is_paid_is_the_time_that_passed(zone, forward, back):
    assert hours(form_of(zone, forward, "01:30", "04:30")) == 2
    assert hours(form_of(zone, back, "00:30", "04:30")) == 5
    refused = form_of(zone, forward, "02:30", "04:30")
    assert "does not exist on" in refused.errors["starts"][0]
    assert "started_at" not in form_of(zone, "soon", "02:30", "04:30").cleaned_data


def test_evidence_is_addresses_of_the_web():
    typed = {"links": "https://git.example.org/a\n\nhttps://git.example.org/b"}
    form = form_of("UTC", "2026-11-03", "09:00", "10:00", **typed)
    assert form.facts()["links"] == ["https://git.example.org/a", "https://git.example.org/b"]
    for bad in ("javascript:alert(1)", "commit 4f2a9c1", SIX):
        form = form_of("UTC", "2026-11-03", "09:00", "10:00", links=bad)
        assert (bad, list(form.errors)) == (bad, ["links"])
