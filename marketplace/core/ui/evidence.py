"""What was claimed, how well it is proven, how far the measured value lies from the agreed one."""

from collections.abc import Sequence
from typing import Any

from django import template

from marketplace.core.ui.actions import require
from marketplace.core.ui.component import render_component

register = template.Library()

GRADES = {
    "verified": ("Verified by a holdout", "paid"),
    "confirmed": ("Confirmed by the client", "clearing"),
    "linked": ("Linked", "review"),
    "self_stated": ("Self-stated", "neutral"),
}


# Percent of the axis below which two labels on one line would touch on a phone.
ROOM_FOR_TWO_LABELS = 48


def reaches(measured: float, threshold: float | None, *, higher_is_better: bool) -> bool:
    if threshold is None:
        return True
    return measured >= threshold if higher_is_better else measured <= threshold


def axis_places(figures: dict[str, float]) -> dict[str, float]:
    """Places on a shared axis in percent, with room at both ends."""
    low, high = min(figures.values()), max(figures.values())
    margin = (high - low or abs(high) or 1) * 0.12
    start, span = low - margin, (high - low) + 2 * margin
    return {name: (figure - start) / span * 100 for name, figure in figures.items()}


def label_anchor(place: float) -> str:
    """Labels hang inwards near the ends, so that none leaves the card."""
    return "start" if place < 18 else "end" if place > 82 else "middle"


@register.inclusion_tag("components/evidence_axis.html")
def evidence_axis(
    *,
    measured: float,
    threshold: float | None = None,
    naive: float | None = None,
    interval: Sequence[float] = (),
    higher_is_better: bool = True,
    decimals: int = 3,
    naive_label: str = "naive",
    confidence: str = "95 %",
) -> dict[str, object]:
    """The measured value with its interval, the agreed value and the naive one on one line."""
    given = {"measured": measured, "threshold": threshold, "naive": naive}
    given |= dict(zip(("low", "high"), interval, strict=False))
    figures = {name: float(value) for name, value in given.items() if value is not None}
    places = axis_places(figures)
    crowded = abs(places["measured"] - places.get("naive", 1000)) < ROOM_FOR_TWO_LABELS
    return {
        "at": {
            name: {"x": f"{place:.2f}%", "anchor": label_anchor(place)}
            for name, place in places.items()
        },
        "written": {name: f"{figure:.{decimals}f}" for name, figure in figures.items()},
        "interval_width": f"{places.get('high', 0) - places.get('low', 0):.2f}%",
        "passed": reaches(measured, threshold, higher_is_better=higher_is_better),
        "naive_label": naive_label,
        "naive_y": 74 if crowded else 58,
        "height": 80 if crowded else 64,
        "confidence": confidence,
    }


@register.simple_block_tag
def evidence_card(
    content: str,
    *,
    claim: str,
    grade: str,
    metric: str = "",
    measured: float | None = None,
    threshold: float | None = None,
    naive: float | None = None,
    interval: Sequence[float] = (),
    higher_is_better: bool = True,
    decimals: int = 3,
    rows: int | None = None,
    when: Any = None,
    label_hash: str = "",
    url: str = "",
    url_label: str = "Full report",
) -> str:
    """A claim, its grade (key of GRADES) and its proof: plain words inside, figures as props."""
    require(str(grade), tuple(GRADES), "grade")
    grade_label, tone = GRADES[str(grade)]
    missed = measured is not None and not reaches(
        measured, threshold, higher_is_better=higher_is_better
    )
    return render_component(
        "evidence_card",
        content=content,
        claim=claim,
        grade_label=grade_label,
        tone=tone,
        edge="missed" if missed else tone,
        metric=metric,
        measured=measured,
        threshold=threshold,
        agreed="" if threshold is None else f"{threshold:.{decimals}f}",
        naive=naive,
        interval=interval,
        higher_is_better=higher_is_better,
        decimals=decimals,
        rows=rows,
        when=when,
        label_hash=label_hash,
        url=url,
        url_label=url_label,
    )


@register.inclusion_tag("components/score_ring.html")
def score_ring(
    score: int,
    *,
    out_of: int = 100,
    label: str,
    reasons: Sequence[tuple[int, str]] = (),
    size: int = 88,
) -> dict[str, object]:
    """A score and its reasons: (points lost, why) pairs."""
    share = round(max(0, min(score, out_of)) / out_of * 100)
    tone = "paid" if share >= 80 else "held" if share >= 50 else "disputed"
    return {
        "score": score,
        "out_of": out_of,
        "label": label,
        "reasons": [{"points": points, "why": why} for points, why in reasons],
        "share": share,
        "rest": 100 - share,
        "tone": tone,
        "size": size,
    }


@register.inclusion_tag("components/rating.html")
def rating(value: float | None, *, out_of: int = 5, label: str = "Rating") -> dict[str, object]:
    """Stars for a given rating; None says that there is none yet."""
    filled = 0 if value is None else round(value)
    return {
        "value": value,
        "out_of": out_of,
        "label": label,
        "stars": ["full" if number < filled else "empty" for number in range(out_of)],
    }
