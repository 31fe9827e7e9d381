"""The money of a week: rounded once for each rate, shared without losing a minor unit."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from contracts.timesheets.cycle.amounts import Time, seconds_for, shares_of, whole_of

RATES = st.sampled_from([1, 333, 8_000, 12_345, 1_000_000])
TIMES = st.lists(
    st.builds(Time, rate=RATES, seconds=st.integers(min_value=1, max_value=86_400)), max_size=40
)


@given(TIMES)
def test_the_lines_add_up_to_the_whole(times):
    assert sum(shares_of(times)) == whole_of(times)


@given(TIMES)
def test_no_line_differs_from_its_worth_by_a_minor_unit_or_more(times):
    exact = [Fraction(each.rate * each.seconds, 3_600) for each in times]
    assert all(abs(share - worth) < 2 for share, worth in zip(shares_of(times), exact, strict=True))


@given(TIMES)
def test_each_rate_is_rounded_once_and_half_up(times):
    worths = {
        rate: sum(Fraction(each.rate * each.seconds, 3_600) for each in times if each.rate == rate)
        for rate in {each.rate for each in times}
    }
    assert whole_of(times) == sum(int(worth + Fraction(1, 2)) for worth in worths.values())


def test_three_lines_of_twenty_minutes_cost_an_hour():
    assert shares_of([Time(100, 1_200)] * 3) == [34, 33, 33]


@given(st.integers(min_value=0, max_value=10**7), RATES)
def test_the_seconds_that_an_amount_pays_cost_no_more_than_it(amount, rate):
    assert rate * seconds_for(amount, rate) <= amount * 3_600
