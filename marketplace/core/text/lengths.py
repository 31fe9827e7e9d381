"""What a field says to text past its limit: both counts, and by how much to shorten it."""

from collections.abc import Mapping
from typing import Any

from django.core.validators import MaxLengthValidator


class TooLong(str):
    """Filled in by Django with `%`, as its own message is."""

    def __mod__(self, params: Mapping[str, Any]) -> str:
        used, limit = params["show_value"], params["limit_value"]
        return f"{used:,} of {limit:,} characters: shorten by {used - limit:,}."


def say_by_how_much() -> None:
    """Every form's fields use Django's validator, so its words are changed in one place."""
    MaxLengthValidator.message = TooLong()
