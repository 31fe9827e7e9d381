"""Acts that need only words."""

from django import forms

from marketplace.core.web.text_fields import Words


class ReasonForm(forms.Form):
    """Why: the other side reads it, and the event log keeps it."""

    why = Words(label="Why", max_length=2000)


class OptionalReasonForm(forms.Form):
    why = Words(label="Why", max_length=2000, required=False)


class ProgressForm(forms.Form):
    note = Words(
        label="Where the work stands",
        help_text="Findings, what is blocked, what comes next. The client is told.",
        max_length=4000,
    )
