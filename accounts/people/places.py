"""Countries as choices of a form."""

from functools import cache

from babel import Locale

from marketplace.core.data.alphabet import letters

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


def country_name(code: str) -> str:
    return _territories().get(code, "")
