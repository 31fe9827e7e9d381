"""Acts that need only words."""

from django import forms

from marketplace.core.web.text_fields import Words


class ConsentForm(forms.Form):
    """A money act without input: what will happen stands above its button."""


class NoteForm(forms.Form):
    """A word beside an act, or none."""

    note = Words(
        label="A word to the other side",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
