"""The report of a period as its author writes and signs it."""

from typing import Any

from django import forms

from contracts.retainers.models.reports import HEADINGS, Report
from contracts.retainers.states import Choice, Trend
from marketplace.core.web.text_fields import Name

HELP = {
    "done": "In Markdown. What you worked on, and what came of it.",
    "versions": "Which versions ran, and since when; where they are kept.",
    "metric": "The one that the work is measured by.",
    "baseline": "What it was before, or without the model.",
    "incidents": "What broke and how it was answered; “None” if nothing did.",
    "because": "What speaks for this choice. It is signed with it.",
}
MISSING = {
    "done": "Say what was done.",
    "versions": "Name the versions of the model that ran.",
    "metric": "Name the metric.",
    "baseline": "Say what the metric is compared with.",
    "measured": "Say what was measured.",
    "trend": "Choose how it went.",
    "incidents": "Say what broke, or write “None”.",
    "next_steps": "Say what comes next.",
    "choice": "Choose one: it is what you sign.",
    "because": "Say what speaks for this choice.",
}
ROWS = {"done": 8, "versions": 3, "incidents": 4, "next_steps": 4, "because": 4}


class ReportForm(forms.ModelForm):
    """Every heading of a report, and the signature under it."""

    trend = forms.ChoiceField(choices=Trend, widget=forms.RadioSelect)
    choice = forms.ChoiceField(choices=Choice, widget=forms.RadioSelect)
    name = Name(
        label="Your full name",
        help_text="Typed, it stands as your signature.",
        min_length=2,
        max_length=120,
        error_messages={"required": "Type your name to sign."},
    )
    # Shown once another name than the account's was typed.
    is_meant = forms.BooleanField(
        label="I sign under this name, which is not the one of my account.", required=False
    )
    consent = forms.BooleanField(
        label="I stand for this report and its choice, and I sign both.",
        error_messages={"required": "Tick this to sign."},
    )
    asks_whether_meant = False

    class Meta:
        model = Report
        fields = list(HEADINGS)
        labels = HEADINGS
        help_texts = HELP
        widgets = {name: forms.Textarea(attrs={"rows": rows}) for name, rows in ROWS.items()}
        error_messages = {name: {"required": sentence} for name, sentence in MISSING.items()}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("trend", "choice"):
            self.fields[name].label = HEADINGS[name]
            self.fields[name].error_messages["required"] = MISSING[name]

    def written(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in HEADINGS}
