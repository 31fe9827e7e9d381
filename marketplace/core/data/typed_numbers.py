"""Numbers as people type them: read where there is one reading, refused where there are two.

Our pages write 4,200.50; half of Europe writes the same amount 4.200,50. Every text is read in
both ways. They differ only for one mark before three last digits: see
docs/decisions/0013-amounts-as-typed.md for which of those is refused.
"""

import re
import unicodedata
from decimal import Decimal

from babel.numbers import get_currency_symbol, is_currency

from marketplace.core.data.money import Money, exponent

MOST_DIGITS = 15
# What people and pasted texts write for the marks of the patterns below; \u066b and \u066c are
# the Arabic marks, for decimals and between thousands.
SAME_MARKS = str.maketrans("’ʼ＇_\u066c，．", "''''',.")
# Beside the code and the sign that CLDR knows.
SIGNS = {"USD": ("US$",), "JPY": ("￥", "円")}
MINUS = re.compile(r"[-\u2010-\u2015\u2212]\s*[\d.,]")
MARKED = re.compile(r"([^\d\s.,]*) ?([\d.,](?:.*[\d.,])?) ?([^\d\s.,]*)")
# Thousands by one mark throughout; above them, India writes groups of two.
GROUPED = r"[1-9]\d{{0,2}}(?:(?P<mark>[ '{0}])\d{{3}})(?:(?P=mark)\d{{3}})*"
INDIAN = r"[1-9]\d?(?:,\d\d)+,\d{3}"
BY_POINT = re.compile(rf"(?P<whole>{GROUPED.format(',')}|{INDIAN}|\d*)(?:[.\u066b](?P<part>\d+))?")
BY_COMMA = re.compile(rf"(?P<whole>{GROUPED.format('.')}|\d*)(?:[,\u066b](?P<part>\d+))?")


def read_amount(text: str, currency: str) -> int:
    """Minor units of an amount such as "4,200.50"; raises ValueError with what to write instead."""
    example = "4200 or 4,200.50" if exponent(currency) else "4200 or 4,200"
    number = _without_currency(_plain(text), currency)
    unclear = f"Write the amount in digits, such as {example}."
    return _one_reading(number, places=exponent(currency), currency=currency, unclear=unclear)


def read_whole(text: str) -> int:
    """A number without decimals, such as "40" or "1,200"; raises ValueError."""
    unclear = "Write a whole number in digits, such as 40."
    return _one_reading(_plain(text), places=0, currency="", unclear=unclear)


def _plain(text: str) -> str:
    """ASCII digits for those of every script, one kind of blank, nothing that cannot be seen."""
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    digits = (str(unicodedata.decimal(each, each)) for each in seen.translate(SAME_MARKS))
    return " ".join("".join(digits).split())


def _without_currency(text: str, currency: str) -> str:
    """The number alone, when what stands beside it names `currency`."""
    found = MARKED.fullmatch(text)
    if found is None:
        return text
    before, number, after = found.groups()
    names = {currency, get_currency_symbol(currency, "en"), *SIGNS.get(currency, ())}
    others = [mark for mark in (before, after) if mark and mark.upper() not in names]
    if not others:
        return number
    if any(is_currency(mark.upper()) or unicodedata.category(mark[0]) == "Sc" for mark in others):
        raise ValueError(f"This amount is in {currency}: write it in {currency}, without a sign.")
    return text


def _one_reading(text: str, *, places: int, currency: str, unclear: str) -> int:
    if MINUS.match(text):
        raise ValueError("Write a number above zero, without a minus.")
    if sum(each.isdecimal() for each in text) > MOST_DIGITS:
        raise ValueError(f"Write at most {MOST_DIGITS} digits.")
    readings = {each for pattern in (BY_POINT, BY_COMMA) for each in _readings(pattern, text)}
    if not readings:
        raise ValueError(unclear)
    if len(readings) == 2 and not ("," in text and places < 3):
        raise ValueError(_both(text, min(readings), max(readings), places, currency))
    value = max(readings)
    if -int(value.as_tuple().exponent) > places:
        raise ValueError(_too_fine(places, currency))
    return int(value.scaleb(places))


def _readings(pattern: re.Pattern[str], text: str) -> list[Decimal]:
    """The number by one way of writing; nothing where that way does not fit."""
    found = pattern.fullmatch(text)
    if found is None or not text:
        return []
    whole, part = re.sub(r"\D", "", found["whole"]), found["part"] or ""
    return [Decimal(f"{whole or 0}.{part}" if part else whole)]


def _both(text: str, small: Decimal, large: Decimal, places: int, currency: str) -> str:
    """Both readings as one would write them plainly, where both are amounts of the currency."""
    plain = f"“{text}” can be read in two ways. Write {_said(large, 0, currency)}"
    if small.scaleb(places) % 1:
        return f"{plain}. As {small:f} it has too many decimals. {_too_fine(places, currency)}"
    return f"{plain}, or {_said(small, places, currency)}."


def _said(value: Decimal, places: int, currency: str) -> str:
    shown = f"{value.quantize(Decimal(1).scaleb(-places)):f}"
    if not currency:
        return shown
    return f"{shown} for {Money(int(Decimal(shown).scaleb(exponent(currency))), currency)}"


def _too_fine(places: int, currency: str) -> str:
    if not currency:
        return "Write a whole number, without decimals."
    if places == 0:
        return f"{currency} has no decimals: write a whole amount."
    return f"{currency} has {places} decimals at most: write 4200.50, for example."
