"""What an operation accepts: nested parameters, refused when unknown, missing or mistyped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from local.stripe_sandbox.errors import InvalidParameters


class Kind(Protocol):
    """Something that can read one parameter."""

    def parse(self, value: Any, name: str) -> Any:
        """Return the value read, or raise InvalidParameters naming the parameter."""


def child(name: str, key: str) -> str:
    """Return the bracketed name of a nested parameter."""
    return f"{name}[{key}]" if name else key


def refuse(message: str, name: str, code: str | None = None) -> InvalidParameters:
    """Return the error for a parameter that cannot be read."""
    return InvalidParameters(message, param=name, code=code)


@dataclass(frozen=True)
class Struct:
    """An object with known fields; anything else in it is an unknown parameter."""

    optional: Mapping[str, Kind] = field(default_factory=dict)
    required: Mapping[str, Kind] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Kind]:
        return {**self.required, **self.optional}

    def parse(self, value: Any, name: str = "") -> dict[str, Any]:
        if not isinstance(value, dict):
            raise refuse("Invalid object", name)
        self._refuse_unknown(value, name)
        for key in self.required:
            if key not in value:
                missing = child(name, key)
                raise refuse(f"Missing required param: {missing}.", missing, "parameter_missing")
        return {key: self.fields[key].parse(item, child(name, key)) for key, item in value.items()}

    def _refuse_unknown(self, value: dict[str, Any], name: str) -> None:
        for key in value:
            if key in self.retired:
                raise refuse(self.retired[key], child(name, key), f"{key}_no_longer_supported")
        unknown = [child(name, key) for key in value if key not in self.fields]
        if unknown:
            plural = "s" if len(unknown) > 1 else ""
            raise refuse(
                f"Received unknown parameter{plural}: {', '.join(unknown)}",
                unknown[0],
                "parameter_unknown",
            )


@dataclass(frozen=True)
class Array:
    """A list; in forms, a dictionary of indexes."""

    item: Kind
    max_length: int = 100

    def parse(self, value: Any, name: str) -> list[Any]:
        if isinstance(value, dict) and all(key.isdigit() for key in value):
            value = [value[key] for key in sorted(value, key=int)]
        if not isinstance(value, list):
            raise refuse("Invalid array", name)
        if len(value) > self.max_length:
            raise refuse(f"Array {name} exceeded maximum {self.max_length} items.", name)
        return [self.item.parse(item, child(name, str(i))) for i, item in enumerate(value)]


@dataclass(frozen=True)
class Metadata:
    """Up to 50 pairs of text, keys of 40 and values of 500 characters; "" removes a key."""

    def parse(self, value: Any, name: str) -> dict[str, str]:
        if value == "":
            return {}
        if not isinstance(value, dict):
            raise refuse("Invalid object", name)
        if len(value) > 50:
            raise refuse("Metadata can have up to 50 keys.", name)
        return {key: self._value(key, item, child(name, key)) for key, item in value.items()}

    def _value(self, key: str, value: Any, name: str) -> str:
        if not isinstance(value, str):
            raise refuse("Invalid string: metadata values are text", name)
        if len(key) > 40:
            raise refuse("Metadata keys can be at most 40 characters long.", name)
        if len(value) > 500:
            raise refuse("Metadata values can be at most 500 characters long.", name)
        return str(value)


@dataclass(frozen=True)
class Either:
    """One of two kinds: an object goes to the first, anything else to the second."""

    struct: Kind
    scalar: Kind

    def parse(self, value: Any, name: str) -> Any:
        return (self.struct if isinstance(value, dict) else self.scalar).parse(value, name)
