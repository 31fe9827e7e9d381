"""The pure clock of periods: months, charges, grace, notice and rest."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.retainers.cycle.clock import (
    charged_from,
    days_rested,
    grace_ends_at,
    last_start,
    midnight,
    months_after,
    next_renewal,
    tries_of,
)

DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2032, 12, 31))


@pytest.mark.parametrize(
    ("first", "renewals"),
    [
        (date(2027, 1, 31), ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]),
        (date(2028, 1, 31), ["2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"]),
        (date(2028, 2, 29), ["2028-03-29", "2028-04-29", "2028-05-29", "2028-06-29"]),
        (date(2027, 12, 15), ["2028-01-15", "2028-02-15", "2028-03-15", "2028-04-15"]),
    ],
)
def test_renewals_follow_the_signing_day(first, renewals):
    assert [months_after(first, each).isoformat() for each in range(1, 5)] == renewals


def test_a_year_after_29_february_it_is_28_february_and_29_again_after_four():
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2028, 2, 29), 48) == date(2032, 2, 29)


@given(DAYS, st.integers(min_value=0, max_value=60))
def test_periods_follow_one_another_without_gap_or_overlap(first, number):
    starts, ends = months_after(first, number), months_after(first, number + 1)
    assert 28 <= (ends - starts).days <= 31
    assert starts.day == first.day or (starts.day < first.day and starts.month != ends.month)


def test_a_period_is_charged_three_days_before_it_and_on_each_day_of_grace():
    starts_at = midnight(date(2027, 2, 15))
    noon = datetime(2027, 2, 12, 12, tzinfo=UTC)
    assert charged_from(starts_at) == noon
    assert tries_of(starts_at) == tuple(noon + timedelta(days=days) for days in range(6))
    assert grace_ends_at(starts_at) == datetime(2027, 2, 17, 12, tzinfo=UTC)


def test_the_next_period_is_due_with_its_charge():
    first, noon = date(2027, 1, 15), datetime(2027, 2, 12, 12, tzinfo=UTC)
    assert next_renewal(first, 1, noon - timedelta(microseconds=1)) is None
    assert next_renewal(first, 1, noon) == 1


def test_a_late_beat_begins_the_period_that_runs_and_skips_those_that_passed():
    first = date(2027, 1, 15)
    assert next_renewal(first, 1, datetime(2027, 2, 24, tzinfo=UTC)) == 1
    assert next_renewal(first, 1, datetime(2027, 4, 20, tzinfo=UTC)) == 3


def test_periods_that_begin_within_the_notice_still_run():
    given_at = datetime(2027, 2, 12, 12, tzinfo=UTC)
    assert midnight(date(2027, 2, 15)) < last_start(given_at, 30)
    assert midnight(date(2027, 3, 15)) >= last_start(given_at, 30)
    assert midnight(date(2027, 2, 15)) >= last_start(given_at, 0)


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2027-02-01T08:00+00:00", "2027-02-01T20:00+00:00", 0),
        ("2027-02-01T23:59+00:00", "2027-02-02T00:01+00:00", 1),
        ("2027-02-01T08:00+00:00", "2027-02-11T07:00+00:00", 10),
        # Days of UTC, whatever the clocks of a zone do.
        ("2027-03-28T01:30+01:00", "2027-03-29T01:30+02:00", 0),
    ],
)
def test_a_rest_counts_in_whole_days_of_utc(since, until, days):
    moments = (datetime.fromisoformat(since), datetime.fromisoformat(until))
    assert days_rested(*moments) == timedelta(days=days)
