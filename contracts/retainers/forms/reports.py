"""Writing the report of a period."""

from typing import Any

from django import forms

from contracts.retainers.models.reports import HEADINGS
from contracts.retainers.states import Choice, Trend
from marketplace.core.web.text_fields import Line, Name, Words

HINTS = {
    "done": "What you did in this period, for somebody who is not an engineer.",
    "versions": "Which version runs, which were tried, and since when.",
    "metric": "The one that the client agreed to measure by, such as average precision.",
    "baseline": "What it is compared with.",
    "measured": "On which data, if that is not plain.",
    "volume": "How many predictions, if it can be said.",
    "cost": "Of one prediction, or of a thousand.",
    "latency": "Of one answer, or of a nightly run.",
    "incidents": "What went wrong and how it was answered; “none” if nothing did.",
    "next_steps": "What you will do in the next period, and what you need for it.",
    "because": "Why this choice, in a sentence or two.",
}
SHORT = ("metric", "baseline", "measured", "volume", "cost", "latency")
OPTIONAL = ("volume", "cost", "latency")
LENGTHS = {
    "done": 5000,
    "versions": 1000,
    "metric": 120,
    "baseline": 80,
    "measured": 80,
    "volume": 120,
    "cost": 120,
    "latency": 120,
}


def _field(name: str) -> forms.Field:
    facts: dict[str, Any] = {"label": HEADINGS[name], "help_text": HINTS[name]}
    if name in SHORT:
        return Line(**facts, max_length=LENGTHS[name], required=name not in OPTIONAL)
    rows = forms.Textarea(attrs={"rows": 3})
    return Words(**facts, max_length=LENGTHS.get(name, 2000), widget=rows)


class ReportForm(forms.Form):
    """What is read, the one choice, and the name that stands for it."""

    done = _field("done")
    versions = _field("versions")
    metric = _field("metric")
    baseline = _field("baseline")
    measured = _field("measured")
    trend = forms.ChoiceField(
        label=HEADINGS["trend"], choices=Trend, widget=forms.RadioSelect, initial=Trend.SAME
    )
    volume = _field("volume")
    cost = _field("cost")
    latency = _field("latency")
    incidents = _field("incidents")
    next_steps = _field("next_steps")
    choice = forms.ChoiceField(
        label="What is to become of the model",
        choices=Choice,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one: you sign it."},
    )
    because = _field("because")
    name = Name(
        label="Your full name",
        help_text="Typed, it stands as your signature under this report and its choice.",
        min_length=2,
        max_length=120,
    )
    # Shown once another name than the account's was typed.
    is_meant = forms.BooleanField(
        label="I sign under this name, which is not the one of my account.", required=False
    )
    asks_whether_meant = False

    def written(self) -> dict[str, str]:
        """As the service takes it."""
        return {name: self.cleaned_data[name] for name in HEADINGS}
