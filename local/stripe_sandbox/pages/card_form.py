"""Reading the card that was typed in."""

import re
from datetime import UTC, datetime
from typing import Any

from local.stripe_sandbox.cards import has_valid_checksum
from local.stripe_sandbox.pages.countries import COUNTRIES

FIELDS = ("email", "card_number", "card_expiry", "card_cvc", "name")


def read_card(fields: dict[str, str], *, now: int) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the card's number, month and year, and the errors of the fields."""
    errors: dict[str, str] = {}
    number = re.sub(r"[\s-]", "", fields.get("card_number", ""))
    month, year = _expiry(fields.get("card_expiry", ""))
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", fields.get("email", "")):
        errors["email"] = "Write an email address, such as ana@example.com."
    if not has_valid_checksum(number):
        errors["card_number"] = "Your card number is invalid."
    if not 1 <= month <= 12:
        errors["card_expiry"] = "Write month and year, such as 12 / 34."
    elif (year, month) < _this_month(now):
        errors["card_expiry"] = "Your card's expiry date is in the past."
    if not re.fullmatch(r"\d{3,4}", fields.get("card_cvc", "")):
        errors["card_cvc"] = "Your card's security code is incomplete."
    if not fields.get("name"):
        errors["name"] = "Write the name on the card."
    if fields.get("country") not in COUNTRIES:
        fields["country"] = "US"
    return {"number": number, "month": month, "year": year}, errors


def _expiry(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})\s*/?\s*(?:20)?(\d{2})", text)
    return (int(found[1]), 2000 + int(found[2])) if found else (0, 0)


def _this_month(now: int) -> tuple[int, int]:
    date = datetime.fromtimestamp(now, UTC)
    return date.year, date.month
