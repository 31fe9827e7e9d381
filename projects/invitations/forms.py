from typing import Any

from django import forms

from marketplace.core.web.text_fields import Words
from projects.briefs.models.briefs import Brief


class InvitationForm(forms.Form):
    brief = forms.ModelChoiceField(
        Brief.objects.none(), to_field_name="public_id", empty_label=None, label="To which brief?"
    )
    note = Words(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label="A word to them",
        help_text="Why you thought of them. A line on their own work says most.",
    )

    def __init__(self, *args: Any, briefs: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["brief"].queryset = briefs  # type: ignore[attr-defined]
