"""A measured value beside the one that was agreed, drawn on one line."""

from dataclasses import dataclass
from datetime import datetime

from marketplace.core.ui.component import render_component

# Percent of the axis below which two labels on one line would touch on a phone.
ROOM_FOR_TWO_LABELS = 48


@dataclass(frozen=True)
class Measurement:
    """What a test measured, on how many hidden rows; `interval` holds it with 95 %."""

    value: float
    threshold: float | None = None
    naive: float | None = None
    interval: tuple[float, float] | None = None
    rows: int | None = None
    when: datetime | None = None
    label_hash: str = ""
    higher_is_better: bool = True
    decimals: int = 3

    @property
    def has_passed(self) -> bool:
        if self.threshold is None:
            return True
        if self.higher_is_better:
            return self.value >= self.threshold
        return self.value <= self.threshold

    @property
    def figures(self) -> dict[str, float]:
        low, high = self.interval or (None, None)
        given = {"measured": self.value, "threshold": self.threshold, "naive": self.naive}
        given |= {"low": low, "high": high}
        return {name: float(figure) for name, figure in given.items() if figure is not None}

    @property
    def written(self) -> dict[str, str]:
        return {name: f"{figure:.{self.decimals}f}" for name, figure in self.figures.items()}


def evidence_axis(measurement: Measurement) -> str:
    """The measured value with its interval, the agreed value and the naive one on one line."""
    places = axis_places(measurement.figures)
    crowded = abs(places["measured"] - places.get("naive", 1000)) < ROOM_FOR_TWO_LABELS
    return render_component(
        "evidence_axis",
        at={
            name: {"x": f"{place:.2f}%", "anchor": label_anchor(place)}
            for name, place in places.items()
        },
        written=measurement.written,
        words=axis_in_words(measurement.written),
        interval_width=f"{places.get('high', 0) - places.get('low', 0):.2f}%",
        passed=measurement.has_passed,
        naive_y=74 if crowded else 58,
        height=80 if crowded else 64,
    )


def axis_places(figures: dict[str, float]) -> dict[str, float]:
    """Places on a shared axis in percent, with room at both ends."""
    low, high = min(figures.values()), max(figures.values())
    margin = (high - low or abs(high) or 1) * 0.12
    start, span = low - margin, (high - low) + 2 * margin
    return {name: (figure - start) / span * 100 for name, figure in figures.items()}


def label_anchor(place: float) -> str:
    """Labels hang inwards near the ends, so that none leaves the card."""
    return "start" if place < 18 else "end" if place > 82 else "middle"


def axis_in_words(written: dict[str, str]) -> str:
    """What the axis shows, for those who do not see it."""
    words = f"measured {written['measured']}"
    if "low" in written:
        words += f", interval {written['low']} to {written['high']} (95 %)"
    if "threshold" in written:
        words += f"; agreed {written['threshold']}"
    if "naive" in written:
        words += f"; naive {written['naive']}"
    return words
