"""Acts that need only words."""

from django import forms


class ConsentForm(forms.Form):
    """A money act without input: what will happen stands above its button."""
