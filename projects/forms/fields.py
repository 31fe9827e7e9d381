"""Fields that people type in words: amounts, lists by comma, lists by line."""

from collections.abc import Container, Mapping
from typing import Any

from django import forms

from marketplace.core.money import Money, exponent, parse_major
from marketplace.core.prices import PriceOutOfBounds, check_price

# What fits a bigint with room for sums.
MOST_MINOR = 10**13


def mark_needed(fields: Mapping[str, forms.Field], needed: Container[str]) -> None:
    """Fields that a draft may lack but that are needed in the end are not called optional."""
    for name, field in fields.items():
        field.is_optional = name not in needed and not field.required  # type: ignore[attr-defined]


class AmountField(forms.CharField):
    """A major amount as it was typed; `minor_of` turns it into minor units of a currency."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=24, **options)

    def prepare_value(self, value: Any) -> Any:
        return value


def minor_of(typed: str, currency: str) -> int | None:
    """Minor units, None for nothing; raises ValidationError for what is no positive amount."""
    if not typed.strip():
        return None
    try:
        minor = parse_major(typed, currency)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error
    if not 0 < minor < MOST_MINOR:
        raise forms.ValidationError("Enter an amount above zero.")
    return minor


def price_of(typed: str, currency: str) -> int | None:
    """As `minor_of`, for what will be paid for at once; raises ValidationError out of bounds."""
    minor = minor_of(typed, currency)
    if minor is not None:
        try:
            check_price(Money(minor, currency))
        except PriceOutOfBounds as error:
            raise forms.ValidationError(error.sentence) from error
    return minor


def major_text(minor: int | None, currency: str) -> str:
    """The amount as somebody would type it: 4200.50, or 4200 when there is nothing after it."""
    if minor is None:
        return ""
    places = exponent(currency)
    text = f"{Money(minor, currency).major:.{places}f}"
    return text.removesuffix("." + "0" * places) if places else text


class WordsField(forms.CharField):
    """A list typed with commas between its words."""

    def __init__(self, *, most: int, longest: int, **options: Any) -> None:
        self.most, self.longest = most, longest
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return _listed((super().to_python(value) or "").split(","), self.most, self.longest)

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def run_validators(self, value: Any) -> None:
        """The characters of a list are counted for each word."""


class LinesField(WordsField):
    """A list typed with one entry per line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        text = forms.CharField.to_python(self, value) or ""
        return _listed(text.splitlines(), self.most, self.longest)


def _listed(entries: list[str], most: int, longest: int) -> list[str]:
    """The entries without blanks and repetitions, in order."""
    kept = list(dict.fromkeys(entry.strip() for entry in entries if entry.strip()))
    if len(kept) > most:
        raise forms.ValidationError(f"At most {most}, please: you have {len(kept)}.")
    too_long = next((entry for entry in kept if len(entry) > longest), None)
    if too_long:
        raise forms.ValidationError(f"“{too_long[:40]}…” is longer than {longest} characters.")
    return kept
