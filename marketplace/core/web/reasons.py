"""Why somebody acts: one field, `why`, which the event log keeps and the other side reads."""

from typing import Any

from django import forms

from marketplace.core.data.errors import DomainError
from marketplace.core.web.text_fields import Words

LONGEST_REASON = 2000


class ReasonMissing(DomainError):
    sentence = "Give a reason: it is kept, and the other side reads it."
    status = 422


class ReasonForm(forms.Form):
    why = Words(label="Reason", help_text="The other side reads it.", max_length=LONGEST_REASON)


class OptionalReasonForm(ReasonForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["why"].required = False


def require_reason(why: str) -> None:
    """Raise ReasonMissing unless `why` says something."""
    if not why.strip():
        raise ReasonMissing
