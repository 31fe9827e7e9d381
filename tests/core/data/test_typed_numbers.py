"""Amounts as people of many places type them: one reading, or a refusal that gives both."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.data.money import Money
from marketplace.core.data.typed_numbers import read_amount, read_whole
from marketplace.core.web.number_fields import major_text

ONE_READING = {
    420_050: (
        *("4200.50", "4,200.50", "4.200,50", "4 200,5", "4’200.50", "4\u202f200,50"),
        *("$4,200.5", "4200.50 usd", "US$ 4,200.50"),
    ),
    420_000: ("4200", "4,200", "4 200", "4'200", "4\u00a0200", "4_200", "４２００", "٤٬٢٠٠"),
    1250: ("12.50", "12,50", "12.5", " 12,5 ", "١٢٫٥٠", "१२.५", "\u200e12.50\u200e"),
    50: (".50", ",5", "0.50", "0,50"),
    123_456_700: ("1,234,567", "1.234.567", "1 234 567.0", "12,34,567", "१२३४५६७"),
    10_000_000: ("1,00,000", "100,000.00", "100.000,00", "1,00,000.0"),
}
TWO_READINGS = {
    "9.000": "Write 9000 for 9,000.00 USD, or 9.00 for 9.00 USD.",
    "12.500": "Write 12500 for 12,500.00 USD, or 12.50 for 12.50 USD.",
    "$ 1.200": "Write 1200 for 1,200.00 USD, or 1.20 for 1.20 USD.",
    "٩.٠٠٠": "Write 9000 for 9,000.00 USD, or 9.00 for 9.00 USD.",
}
NO_READING = [
    *("", "  ", "nine", "9k", "1e3", "²", "½", "IX", "Infinity", "NaN", "0x10", "+5", "(5)", "5%"),
    *("5.", "1.2.3", "12 50", "1 2345", "1,000 000", "1.000'000", "1,23,4", "..5", "5 5", "1,,000"),
    *("-5", "−5", "- 5", "1,234.567", "0.500", "12.5000", "1,2345"),
    *("€ 5", "5 EUR", "£5", "5 kr"),
    *("9" * 16, "9" * 5_000, "1" + ",000" * 9),
]


def test_what_can_be_read_in_one_way_is_taken():
    for minor, texts in ONE_READING.items():
        assert {text: read_amount(text, "USD") for text in texts} == dict.fromkeys(texts, minor)


def test_what_can_be_read_in_two_ways_is_refused_with_both():
    for text, sentence in TWO_READINGS.items():
        with pytest.raises(ValueError) as refusal:
            read_amount(text, "USD")
        assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "currency", "plain", "rule"),
    [
        ("9.125", "EUR", "Write 9125 for 9,125.00 EUR.", "EUR has 2 decimals at most"),
        ("12.505", "USD", "Write 12505 for 12,505.00 USD.", "USD has 2 decimals at most"),
        ("12.500", "JPY", "Write 12500 for 12,500 JPY.", "JPY has no decimals"),
    ],
)
def test_a_reading_with_more_decimals_than_the_currency_has_is_not_offered(
    text, currency, plain, rule
):
    with pytest.raises(ValueError) as refusal:
        read_amount(text, currency)
    said = f"“{text}” can be read in two ways. {plain} As {text} it has too many decimals. {rule}"
    assert str(refusal.value).startswith(said)
    with pytest.raises(ValueError, match=r"Write 1500. As 1.500 it has too many decimals"):
        read_whole("1.500")


def test_what_cannot_be_read_is_refused_with_what_to_write():
    for text in NO_READING:
        with pytest.raises(ValueError, match=r"[Ww]rite"):
            read_amount(text, "USD")


def test_a_currency_without_decimals_takes_none():
    assert [read_amount(text, "JPY") for text in ("12,000", "¥12 000", "1.234.567")] == [
        *(12_000, 12_000, 1_234_567)
    ]
    for text in ("12.5", "12,50", "12.00", ".5"):
        with pytest.raises(ValueError, match="JPY has no decimals"):
            read_amount(text, "JPY")
    with pytest.raises(ValueError, match="Write 12000 for 12,000 JPY, or 12 for 12 JPY"):
        read_amount("12.000", "JPY")


def test_whole_numbers_are_read_by_the_same_rule():
    assert [read_whole(text) for text in ("40", "1,200", "1 200", "٤٠")] == [40, 1200, 1200, 40]
    with pytest.raises(ValueError, match="Write 1000, or 1"):
        read_whole("1.000")
    for text in ("1.5", "1,5", "1e3", "-3", "forty", ""):
        with pytest.raises(ValueError):
            read_whole(text)


@given(st.integers(0, 10**12), st.sampled_from(settings.CURRENCIES))
def test_what_a_page_prints_is_read_as_the_same_amount(minor, currency):
    printed = (major_text(minor, currency), str(Money(minor, currency)))
    assert [read_amount(text, currency) for text in printed] == [minor, minor]


@given(
    st.integers(0, 10**12),
    st.sampled_from(settings.CURRENCIES),
    st.sampled_from(["en", "en_IN", "de", "de_CH", "fr", "sv", "pl", "hi", "ar_EG", "ja", "pt_BR"]),
)
def test_what_any_place_prints_is_never_read_as_another_amount(minor, currency, locale):
    try:
        assert read_amount(Money(minor, currency).localised(locale), currency) == minor
    except ValueError as refusal:
        assert "rite" in str(refusal)
