"""Every act of staff has a reason in some words, which the event log keeps."""

from typing import Any

from django import forms

from marketplace.core.web.reasons import LONGEST_REASON, ReasonForm, ReasonMissing
from marketplace.core.web.text_fields import Words

SHORTEST_REASON = 10


class ReasonTooShort(ReasonMissing):
    sentence = f"Say why in at least {SHORTEST_REASON} letters: it is kept, and people read it."


def staff_reason(**options: Any) -> Words:
    """The field in which staff say why."""
    told = "Kept in the event log with your name."
    limits = {"min_length": SHORTEST_REASON, "max_length": LONGEST_REASON}
    return Words(**{"label": "Reason", "help_text": told, **limits, **options})


class StaffReasonForm(ReasonForm):
    why = staff_reason(widget=forms.Textarea(attrs={"rows": 4}))


def require_staff_reason(why: str) -> None:
    """Raise ReasonTooShort unless `why` says something."""
    if len(why.strip()) < SHORTEST_REASON:
        raise ReasonTooShort
