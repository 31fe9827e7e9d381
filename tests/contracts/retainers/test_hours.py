"""Hours roll over for one period, up to a quarter; rolled ones are spent first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.retainers.cycle.hours import HOUR, Hours

SECONDS = st.integers(min_value=0, max_value=400 * HOUR)


@pytest.mark.parametrize(
    ("included", "rolled", "used", "rolls_over", "lapses"),
    [
        (20, 0, 20, 0, 0),
        (20, 0, 17, 3, 0),
        (20, 0, 10, 5, 5),
        # Rolled hours are spent first, and lapse if they are not.
        (20, 5, 0, 5, 20),
        (20, 5, 5, 5, 15),
        (20, 5, 3, 5, 17),
        (20, 5, 22, 3, 0),
        (20, 5, 25, 0, 0),
    ],
)
def test_what_rolls_over_and_what_lapses(included, rolled, used, rolls_over, lapses):
    hours = Hours(included * HOUR, rolled * HOUR, used * HOUR)
    assert (hours.rolls_over, hours.lapses) == (rolls_over * HOUR, lapses * HOUR)


@given(SECONDS, SECONDS, SECONDS)
def test_no_second_is_lost_or_made(included, rolled, used):
    rolled = min(rolled, included // 4)
    hours = Hours(included, rolled, min(used, included + rolled))
    assert hours.used + hours.rolls_over + hours.lapses == hours.available
    assert hours.rolls_over <= included // 4
    assert hours.rolled_left + hours.included_left == hours.left
