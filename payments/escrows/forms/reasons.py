"""Why staff act on money, and what they decide."""

from django import forms

from marketplace.core.staff.reasons import SHORTEST_REASON
from marketplace.core.web.text_fields import Words


class ReasonForm(forms.Form):
    reason = Words(
        label="Reason",
        help_text="Kept in the event log with your name.",
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
