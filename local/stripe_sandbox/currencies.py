"""Currencies of the sandbox: their decimals and the least that can be charged."""

EXPONENTS = {
    "usd": 2, "eur": 2, "gbp": 2, "jpy": 0, "aud": 2, "bhd": 3, "cad": 2, "chf": 2, "czk": 2,
    "dkk": 2, "inr": 2, "krw": 0, "kwd": 3, "nok": 2, "pln": 2, "sek": 2,
}  # fmt: skip

# https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
SMALLEST_CHARGES = {
    "usd": 50, "eur": 50, "gbp": 30, "jpy": 50, "aud": 50, "cad": 50, "chf": 50, "czk": 1500,
    "dkk": 250, "inr": 50, "nok": 300, "pln": 200, "sek": 300,
}  # fmt: skip

_SIGNS = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥"}


def smallest_charge(currency: str) -> int:
    """Return the least chargeable amount in minor units."""
    return SMALLEST_CHARGES.get(currency, 1)


def shown(amount: int, currency: str) -> str:
    """Return minor units as a person reads them: ``$1,234.50``, ``¥1,234``, ``CHF 9.00``."""
    exponent = EXPONENTS[currency]
    whole, rest = divmod(abs(amount), 10**exponent)
    digits = f"{whole:,}" + (f".{rest:0{exponent}d}" if exponent else "")
    sign = _SIGNS.get(currency, f"{currency.upper()} ")
    return f"{'-' if amount < 0 else ''}{sign}{digits}"
