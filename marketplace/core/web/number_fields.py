"""Form fields for numbers that people type: amounts, prices and whole numbers."""

from collections.abc import Callable
from typing import Any

from django import forms

from marketplace.core.data.money import Money, exponent
from marketplace.core.data.prices import PriceOutOfBounds, check_price
from marketplace.core.data.typed_numbers import read_amount, read_whole

# What fits a bigint with room for sums.
MOST_MINOR = 10**13


class AmountField(forms.CharField):
    """A major amount as it was typed; `minor_of` turns it into minor units of a currency."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=40, **options)
        self.widget.attrs["inputmode"] = "decimal"


class WholeNumberField(forms.IntegerField):
    """A number without decimals; Django's own field takes 1.000 for one."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def to_python(self, value: Any) -> int | None:
        if value is None or not str(value).strip():
            return None
        try:
            return read_whole(str(value))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


def minor_of(typed: str, currency: str) -> int | None:
    """Minor units, None for nothing; raises ValidationError for what is no positive amount."""
    if not typed.strip():
        return None
    try:
        minor = read_amount(typed, currency)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error
    if not 0 < minor < MOST_MINOR:
        most = Money(MOST_MINOR - 1, currency)
        raise forms.ValidationError(f"Write an amount above zero, and at most {most}.")
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


class PricedFilter(forms.Form):
    """A filter by a price (`budget`), which says something only in a `currency`.

    Without one it is understood in `own_currency` of the viewer, which is asked for only then.
    """

    needs_currency = "Choose the currency of the price."

    def __init__(self, *args: Any, own_currency: Callable[[], str] = str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.own_currency = own_currency
        self.assumed_currency = ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed = cleaned.get("budget", "")
        cleaned["budget"] = None
        if typed and not cleaned.get("currency") and "currency" not in self.errors:
            cleaned["currency"] = self.assumed_currency = self.own_currency()
        if typed and not cleaned.get("currency"):
            self.add_error("currency", self.needs_currency)
        elif typed:
            try:
                cleaned["budget"] = minor_of(typed, cleaned["currency"])
            except forms.ValidationError as error:
                self.add_error("budget", error)
        return cleaned

    @property
    def assumption(self) -> str:
        """What is said beside the price."""
        return f"in {self.assumed_currency}, your currency" if self.assumed_currency else ""
