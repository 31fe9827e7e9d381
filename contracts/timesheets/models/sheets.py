"""What lines of time are written into: a unit of any kind that registers its row here."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Protocol

from contracts.units.models.units import Unit


class Sheet(Protocol):
    """The row of a kind, as whoever writes time down asks it."""

    unit: Any

    @property
    def opens_at(self) -> datetime | None:
        """From when on time counts; None before its unit has its days."""

    @property
    def closes_at(self) -> datetime | None:
        """Until then its lines may be changed."""

    @property
    def pays_waiting(self) -> bool:
        """Whether the terms pay time in which a machine works."""

    def is_over(self, lines: Iterable[Any]) -> bool:
        """Whether these lines come to more than its limit."""

    def seconds_left(self, lines: Iterable[Any]) -> int | None:
        """How much working time the limit still leaves beside these; None without a limit."""


_sheets: dict[str, Callable[[Unit], Sheet]] = {}


def register_sheet(noun: str, sheet: Callable[[Unit], Sheet]) -> None:
    """Say of a kind of unit that time is written down in it, and in which row of it."""
    _sheets[noun] = sheet


def sheet_of(unit: Unit) -> Sheet:
    return _sheets[unit.kind](unit)


def nouns_with_time() -> list[str]:
    """The kinds of unit in which time is written down."""
    return list(_sheets)
