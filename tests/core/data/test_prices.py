import pytest

from marketplace.core.data.money import Money
from marketplace.core.data.prices import PriceOutOfBounds, check_price


@pytest.mark.parametrize(
    ("minor", "currency"),
    [(50, "USD"), (50, "EUR"), (30, "GBP"), (50, "JPY"), (99_999_999, "USD"), (1, "SEK")],
)
def test_what_one_payment_can_carry_is_a_price(minor, currency):
    check_price(Money(minor, currency))


@pytest.mark.parametrize(
    ("minor", "currency", "sentence"),
    [
        (49, "USD", "at least 0.50 USD and at most 999,999.99 USD"),
        (29, "GBP", "at least 0.30 GBP and at most 999,999.99 GBP"),
        (49, "JPY", "at least 50 JPY and at most 99,999,999 JPY"),
        (100_000_000, "EUR", "at least 0.50 EUR and at most 999,999.99 EUR"),
        (0, "EUR", "at least 0.50 EUR and at most 999,999.99 EUR"),
    ],
)
def test_what_nobody_could_pay_is_refused_with_the_bounds(minor, currency, sentence):
    with pytest.raises(PriceOutOfBounds) as refusal:
        check_price(Money(minor, currency), what="A bonus")
    assert f"A bonus is {sentence}" in refusal.value.sentence
