"""The table of aims and what was measured."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measure; without an aim it is only told."""

    name: str
    measured: str
    value: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def aim(self) -> str:
        if self.at_least is not None:
            return f">= {self.at_least:g}"
        return f"<= {self.at_most:g}" if self.at_most is not None else ""

    @property
    def verdict(self) -> str:
        if not self.aim:
            return ""
        low = 0 if self.at_least is None else self.at_least
        high = float("inf") if self.at_most is None else self.at_most
        return "met" if low <= self.value <= high else "missed"


def print_table(rows: Iterable[Row]) -> None:
    """Markdown, each line as soon as it is known."""
    print("| Measure | Measured | Value | Aim | |")
    print("| --- | --- | ---: | ---: | --- |", flush=True)
    for row in rows:
        cells = (row.name, row.measured, f"{row.value:,.2f}", row.aim, row.verdict)
        print(f"| {' | '.join(cells)} |", flush=True)
