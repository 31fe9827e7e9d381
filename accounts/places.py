"""Countries as choices of a form."""

from dataclasses import dataclass
from functools import cache

from babel import Locale

from marketplace.core.data.alphabet import letters
from marketplace.core.data.payout_countries import REACHED

# Codes of CLDR that are no countries: unions, test regions, the unknown one.
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


@cache
def _territories() -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale("en").territories.items()}


@cache
def countries() -> list[tuple[str, str]]:
    """ISO 3166-1 alpha-2 codes with English names, by name."""
    names = _territories()
    codes = (code for code in names if len(code) == 2 and code.isalpha())
    return sorted(
        ((code, names[code]) for code in codes if code not in NO_COUNTRIES),
        key=lambda pair: letters(pair[1]),
    )


def reached_countries() -> list[tuple[str, str]]:
    """Those that payouts reach, likewise."""
    return [pair for pair in countries() if pair[0] in REACHED]


@dataclass(frozen=True)
class OutOfReach:
    """A country that payouts do not reach, by name, beside those that they do."""

    country: str
    reached: list[str]


def out_of_reach(code: str) -> OutOfReach | None:
    """Nothing for a country that payouts reach, or that nobody stated."""
    if not code or code in REACHED:
        return None
    return OutOfReach(country_name(code), reached_names())


def reached_names() -> list[str]:
    return [name for _, name in reached_countries()]


def country_name(code: str) -> str:
    return _territories().get(code, "")
