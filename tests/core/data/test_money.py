import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.data.money import CurrencyMismatch, Money, allocate


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**6), min_size=1).filter(any))
def test_allocation_loses_no_minor_unit_and_is_off_by_less_than_one(total, weights):
    shares = allocate(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share * sum(weights) - total * weight) < sum(weights)


def test_allocation_gives_the_odd_unit_to_the_largest_remainder():
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(10, [15, 85]) == [2, 8]


def test_a_share_is_rounded_half_up_to_the_minor_unit():
    assert Money(10_000, "USD").part(800) == Money(800, "USD")
    assert Money(1_006, "USD").part(800) == Money(80, "USD")
    assert Money(1_007, "USD").part(800) == Money(81, "USD")


def test_money_reads_in_its_currencys_own_decimals():
    assert str(Money(420_000, "USD")) == "4,200.00 USD"
    assert str(Money(420_000, "JPY")) == "420,000 JPY"
    assert Money(420_000, "EUR").localised("de") == "4.200,00\u00a0€"


def test_two_currencies_are_never_put_together():
    with pytest.raises(CurrencyMismatch):
        Money(1, "USD") + Money(1, "EUR")


def test_money_is_whole():
    with pytest.raises(TypeError):
        Money(1.5, "USD")
