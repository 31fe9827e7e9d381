"""Charts drawn as SVG on the server. Colours are classes, so that both themes fit."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import template

from marketplace.core.data.money import Money
from marketplace.core.ui.component import render_component
from marketplace.core.ui.money import RAIL_LABELS

register = template.Library()

# In pixels; widths are percents, so that text keeps its size on a phone.
HEIGHT, HEAD, FOOT = 180, 18, 26
# The part of the width that is left to the figures at the axis, in percent.
AXIS = 11
STEPS = 4


# One column: a short name, and its parts as (rail key, minor units).
Column = tuple[str, Sequence[tuple[str, int]]]


def step_of(most: int) -> int:
    """The distance of lines, 1, 2 or 5 times a power of ten, by which few steps reach `most`."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * STEPS >= most:
                return factor * power
        power *= 10


def compact(amount: Money) -> str:
    """12k, 1.5M: enough for a line of a chart."""
    for size, sign in ((1_000_000, "M"), (1_000, "k")):
        if amount.major >= size:
            return f"{(amount.major / size).normalize():f}{sign}"
    return f"{Decimal(amount.major).normalize():f}"


@register.simple_tag
def bar_chart(*, columns: Sequence[Column], currency: str, label: str) -> str:
    """Columns of money over time, each split by where it is; put it into a {% chart_frame %}."""
    return render_component("bar_chart", **drawing(columns, currency=currency, label=label))


def drawing(columns: Sequence[Column], *, currency: str, label: str) -> dict[str, Any]:
    """Where everything stands, in pixels from the top and percents of the width."""
    totals = [sum(minor for _, minor in parts) for _, parts in columns]
    step = step_of(max([*totals, 1]))
    scale = HEIGHT / (step * STEPS)
    pitch = (100 - AXIS) / max(len(columns), 1)
    seen = {key for _, parts in columns for key, minor in parts if minor}
    return {
        "label": f"{label}: {Money(sum(totals), currency)} in all",
        "height": HEAD + HEIGHT + FOOT,
        "foot": HEAD + HEIGHT + FOOT - 8,
        "lines": [_line(Money(line * step, currency), scale) for line in range(STEPS + 1)],
        "bars": [
            _column(column, AXIS + index * pitch, pitch, scale)
            for index, column in enumerate(columns)
        ],
        "legend": [(key.replace("_", "-"), RAIL_LABELS[key]) for key in RAIL_LABELS if key in seen],
    }


def _line(figure: Money, scale: float) -> dict[str, str]:
    y = HEAD + HEIGHT - figure.minor * scale
    return {"y": f"{y:.1f}", "text_y": f"{y - 4:.1f}", "figure": compact(figure)}


def _column(column: Column, left: float, pitch: float, scale: float) -> dict[str, object]:
    """The parts from the ground up, in the order of the money rail."""
    name, places = column
    top, parts = float(HEAD + HEIGHT), []
    order = list(RAIL_LABELS)
    for key, minor in sorted(places, key=lambda part: order.index(part[0])):
        top -= minor * scale
        if minor:
            height = f"{minor * scale:.1f}"
            parts.append({"key": key.replace("_", "-"), "y": f"{top:.1f}", "height": height})
    return {
        "name": name,
        "x": f"{left + pitch * 0.18:.2f}%",
        "width": f"{pitch * 0.64:.2f}%",
        "middle": f"{left + pitch / 2:.2f}%",
        "parts": parts,
    }
