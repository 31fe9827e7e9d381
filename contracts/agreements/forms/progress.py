from django import forms

from marketplace.core.web.text_fields import Words


class ProgressForm(forms.Form):
    note = Words(
        label="Where the work stands",
        help_text="Findings, what is blocked, what comes next. The client is told.",
        max_length=4000,
    )
