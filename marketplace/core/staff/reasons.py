"""Every act of staff has a reason, which the event log keeps."""

from django import forms

from marketplace.core.data.errors import DomainError
from marketplace.core.web.text_fields import Words

SHORTEST_REASON = 10


class ReasonTooShort(DomainError):
    sentence = f"Say why in at least {SHORTEST_REASON} letters: it is kept, and people read it."
    status = 422


class ReasonForm(forms.Form):
    why = Words(
        label="Reason",
        help_text="Kept in the event log with your name, and told to whom it concerns.",
        min_length=SHORTEST_REASON,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def require_reason(why: str) -> None:
    """Raise ReasonTooShort unless `why` says something."""
    if len(why.strip()) < SHORTEST_REASON:
        raise ReasonTooShort
