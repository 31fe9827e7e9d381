"""Words and consequences before an offer or a contract changes its state."""

from typing import Any

from contracts.agreements.forms.progress import ProgressForm
from contracts.agreements.permissions import (
    can_note_progress,
)
from contracts.agreements.services.progress import note_progress
from contracts.agreements.views.reasons import ReasonPage


class NoteProgress(ReasonPage):
    permission = can_note_progress
    form_class = ProgressForm
    title = "Post progress"
    button = "Post progress"
    consequences = ("The client is told, and it counts as a sign of life.",)
    said = "Posted. The client is told."

    def act(self, form: Any) -> str:
        note_progress(contract=self.contract, by=self.actor(), note=form.cleaned_data["note"])
        return self.contract.get_absolute_url()
