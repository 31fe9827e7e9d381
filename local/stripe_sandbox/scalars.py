"""The single values that parameters are made of."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from local.stripe_sandbox.currencies import EXPONENTS
from local.stripe_sandbox.forms import FormFile, FormText
from local.stripe_sandbox.schema import refuse

LARGEST_AMOUNT = 99_999_999


@dataclass(frozen=True)
class Text:
    """Text; an empty one is refused unless it may unset the field."""

    max_length: int = 5000
    unsettable: bool = False

    def parse(self, value: Any, name: str) -> str | None:
        if not isinstance(value, str):
            raise refuse(f"Invalid string: {value!r}", name)
        if value == "":
            if self.unsettable:
                return None
            raise refuse(_EMPTY.format(name=name), name, "parameter_invalid_empty")
        if len(value) > self.max_length:
            raise refuse(
                f"Invalid string: {value[:10]}…; must be at most {self.max_length} characters",
                name,
                "parameter_invalid_string_too_long"
                if self.max_length < 5000
                else "parameter_invalid_string",
            )
        return str(value)


_EMPTY = (
    "You passed an empty string for '{name}'. We assume empty values are an attempt to unset a "
    "parameter; however '{name}' cannot be unset. You should remove '{name}' from your request "
    "or supply a non-empty value."
)


@dataclass(frozen=True)
class Integer:
    """A whole number; JSON must send a number, a form its digits."""

    minimum: int | None = None
    maximum: int | None = None

    def parse(self, value: Any, name: str) -> int:
        if isinstance(value, FormText) and re.fullmatch(r"-?\d{1,18}", value):
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise refuse(f"Invalid integer: {value}", name, "parameter_invalid_integer")
        if self.minimum is not None and value < self.minimum:
            message = f"This value must be greater than or equal to {self.minimum}."
            raise refuse(message, name, "parameter_invalid_integer")
        if self.maximum is not None and value > self.maximum:
            message = f"This value must be less than or equal to {self.maximum}."
            raise refuse(message, name, "parameter_invalid_integer")
        return value


@dataclass(frozen=True)
class Boolean:
    """True or false; JSON must send a boolean, a form the word."""

    def parse(self, value: Any, name: str) -> bool:
        if isinstance(value, FormText) and value in ("true", "false"):
            return value == "true"
        if not isinstance(value, bool):
            raise refuse(f"Invalid boolean: {value}", name)
        return value


@dataclass(frozen=True)
class Moment:
    """A time stamp of the v2 API."""

    def parse(self, value: Any, name: str) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise refuse(f"Invalid timestamp: {value}", name) from error
        if moment.tzinfo is None:
            raise refuse(f"Invalid timestamp: {value}", name)
        return moment


class Choice:
    """One of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def parse(self, value: Any, name: str) -> str:
        if value not in self.words or not isinstance(value, str):
            last = name.rsplit("[", 1)[-1].removesuffix("]")
            raise refuse(f"Invalid {last}: must be one of {', '.join(self.words)}", name)
        return str(value)


@dataclass(frozen=True)
class Url:
    """An absolute http or https address."""

    def parse(self, value: Any, name: str) -> str:
        parts = urlsplit(value) if isinstance(value, str) else None
        if parts is None or parts.scheme not in ("http", "https") or not parts.netloc:
            message = "Not a valid URL"
            raise refuse(message, name, "url_invalid")
        return str(value)


@dataclass(frozen=True)
class Email:
    """Something with an at sign and a dot after it."""

    def parse(self, value: Any, name: str) -> str:
        if not isinstance(value, str) or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value):
            raise refuse(f"Invalid email address: {value}", name, "email_invalid")
        return str(value)


@dataclass(frozen=True)
class Currency:
    """A currency of the sandbox, answered in lower case."""

    def parse(self, value: Any, name: str) -> str:
        if not isinstance(value, str) or value.lower() not in EXPONENTS:
            known = ", ".join(EXPONENTS)
            raise refuse(
                f"Invalid currency: {value}. The sandbox supports these currencies: {known}", name
            )
        return str(value.lower())


@dataclass(frozen=True)
class Upload:
    """A file of a multipart form."""

    def parse(self, value: Any, name: str) -> FormFile:
        if not isinstance(value, FormFile):
            raise refuse("Invalid file: send it as multipart/form-data", name)
        return value
