"""What was claimed, how well it is proven, how far the measured value lies from the agreed one."""

from django import template

from marketplace.core.ui.actions import require
from marketplace.core.ui.component import render_component
from marketplace.core.ui.evidence_axis import Measurement, evidence_axis

register = template.Library()

GRADES = {
    "verified": ("Verified by a holdout", "paid"),
    "confirmed": ("Confirmed by the client", "clearing"),
    "linked": ("Linked", "review"),
    "self_stated": ("Self-stated", "neutral"),
}


@register.simple_block_tag
def evidence_card(
    content: str,
    *,
    claim: str,
    grade: str,
    metric: str = "",
    measurement: Measurement | None = None,
    url: str = "",
    url_label: str = "Full report",
) -> str:
    """A claim, its grade (key of GRADES) and its proof: plain words inside, figures as a prop."""
    require(str(grade), tuple(GRADES), "grade")
    grade_label, tone = GRADES[str(grade)]
    return render_component(
        "evidence_card",
        content=content,
        claim=claim,
        grade_label=grade_label,
        tone=tone,
        edge=tone if measurement is None or measurement.has_passed else "missed",
        metric=metric,
        measurement=measurement,
        axis="" if measurement is None else evidence_axis(measurement),
        url=url,
        url_label=url_label,
    )
