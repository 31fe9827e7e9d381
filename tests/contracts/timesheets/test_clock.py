"""The clock of a week as pure functions: what is true of every moment."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from contracts.timesheets.cycle.clock import (
    WEEK,
    answer_until,
    closes_at,
    covered_until,
    first_monday,
    monday_of,
    tries_before,
    week_to_lay_down,
)

MOMENTS = st.datetimes(
    min_value=datetime(2023, 12, 1), max_value=datetime(2029, 1, 1), timezones=st.just(UTC)
)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@given(MOMENTS)
def test_a_week_runs_from_monday_to_monday_in_utc(moment):
    monday = monday_of(moment)
    assert (monday.isoweekday(), monday.hour, monday.minute) == (1, 0, 0)
    assert monday <= moment < monday + WEEK


def test_money_opens_the_running_week_until_friday_noon_and_then_the_next():
    assert first_monday(utc(2026, 11, 6, 11, 59, 59)) == utc(2026, 11, 2)
    assert first_monday(utc(2026, 11, 6, 12)) == utc(2026, 11, 9)


def test_a_week_is_charged_on_friday_saturday_and_sunday_at_noon():
    assert tries_before(utc(2026, 11, 9)) == (
        utc(2026, 11, 6, 12),
        utc(2026, 11, 7, 12),
        utc(2026, 11, 8, 12),
    )


def test_the_next_week_is_laid_down_from_friday_noon_on():
    assert week_to_lay_down(utc(2026, 11, 9), utc(2026, 11, 6, 11, 59)) is None
    assert week_to_lay_down(utc(2026, 11, 9), utc(2026, 11, 6, 12)) == utc(2026, 11, 9)


def test_after_nine_days_without_a_beat_the_running_week_comes_next():
    assert week_to_lay_down(utc(2026, 11, 9), utc(2026, 11, 18, 8)) == utc(2026, 11, 16)


@given(MOMENTS, st.integers(min_value=0, max_value=6))
def test_whoever_lays_down_until_nothing_is_due_has_covered_what_is_needed(now, weeks):
    end = monday_of(now) - weeks * WEEK
    while (starts_at := week_to_lay_down(end, now)) is not None:
        assert starts_at >= end
        end = starts_at + WEEK
    assert end == covered_until(now)


def test_a_week_closes_on_monday_noon_and_is_answered_until_friday_midnight():
    end = utc(2026, 11, 9)
    assert closes_at(end) == utc(2026, 11, 9, 12)
    assert answer_until(end, utc(2026, 11, 9, 12, 3)) == utc(2026, 11, 13, 23, 59)


@given(st.integers(min_value=0, max_value=30 * 24 * 60))
def test_a_client_never_has_less_time_because_the_clock_was_late(minutes):
    end = utc(2026, 11, 9)
    handed_in = closes_at(end) + timedelta(minutes=minutes)
    usual = utc(2026, 11, 13, 23, 59) - closes_at(end)
    assert answer_until(end, handed_in) - handed_in >= usual - timedelta(hours=1)
