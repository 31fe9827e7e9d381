"""Which method is saved, and what its owner agrees to."""

from django import forms
from django.conf import settings


class MethodSetupForm(forms.Form):
    currency = forms.ChoiceField(
        choices=[(code, code) for code in settings.CURRENCIES],
        label="Currency that you mostly pay in",
        help_text="A card pays in every currency; a bank account only in its own.",
    )
    agreed = forms.BooleanField(
        label="We agree to this",
        error_messages={"required": "Tick this to agree: without it nothing can be saved."},
    )
