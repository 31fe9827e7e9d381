import pytest
from django.core.exceptions import ValidationError

from marketplace.core.web.number_fields import WholeNumberField, major_text, minor_of, price_of


def test_a_typed_amount_becomes_minor_units_and_nothing_stays_nothing():
    typed = {("9,000", "USD"): 900_000, ("9 000.50", "EUR"): 900_050, ("9.000,50", "EUR"): 900_050}
    typed |= {("0.01", "GBP"): 1, ("1,500,000", "JPY"): 1_500_000, ("", "USD"): None}
    typed |= {("  ", "JPY"): None}
    assert {each: minor_of(*each) for each in typed} == typed


@pytest.mark.parametrize("typed", ["0", "0.00", "-5", "200,000,000,000.00", "abc", "1e400", "NaN"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValidationError):
        minor_of(typed, "USD")


def test_a_price_is_held_to_what_one_payment_can_carry():
    assert price_of("0.50", "USD") == 50
    for typed in ("0.49", "1,000,000.00"):
        with pytest.raises(ValidationError, match=r"at least 0\.50 USD and at most 999,999\.99"):
            price_of(typed, "USD")


def test_an_amount_is_shown_as_one_would_type_it():
    shown = {(900_000, "USD"): "9000", (900_050, "USD"): "9000.50", (None, "USD"): ""}
    shown |= {(1_500_000, "JPY"): "1500000"}
    assert {each: major_text(*each) for each in shown} == shown


def test_a_whole_number_is_never_cut_at_its_point():
    field = WholeNumberField(min_value=1, required=False)
    assert [field.clean(text) for text in ("1,000", " 12 ", "", None)] == [1000, 12, None, None]
    for typed in ("1.000", "1.0", "-3", "9" * 5_000):
        with pytest.raises(ValidationError):
            field.clean(typed)
