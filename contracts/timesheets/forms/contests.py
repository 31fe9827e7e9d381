"""Which lines of a week the client does not accept, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms

from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.states import Ground
from marketplace.core.text.durations import hours_and_minutes
from marketplace.core.text.moments import moment
from marketplace.core.web.text_fields import Words


class ContestForm(forms.Form):
    lines = forms.MultipleChoiceField(
        label="Lines",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one line."},
    )
    ground = forms.ChoiceField(label="On which ground", choices=Ground, widget=forms.RadioSelect)
    why = Words(
        label="Why",
        help_text="The freelancer reads this. Quality is no ground.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, *args: Any, entries: Sequence[TimeEntry], chosen: Sequence[str] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.entries = {str(entry.public_id): entry for entry in entries}
        field: Any = self.fields["lines"]
        field.choices = [(id, entry.task) for id, entry in self.entries.items()]
        field.initial = list(chosen)

    @property
    def hints(self) -> dict[str, str]:
        """When each line was, and what it costs."""
        return {
            id: f"{moment(entry.started_at)}, {hours_and_minutes(entry.seconds)}, {entry.money}"
            for id, entry in self.entries.items()
        }

    def contested(self) -> list[TimeEntry]:
        return [self.entries[id] for id in self.cleaned_data["lines"]]
