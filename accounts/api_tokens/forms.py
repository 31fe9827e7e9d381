from django import forms

from accounts.api_tokens.models import ApiToken
from marketplace.core.web.text_fields import Line


class TokenForm(forms.Form):
    EXPIRIES = (("30", "30 days"), ("90", "90 days"), ("365", "One year"), ("", "Never"))

    name = Line(max_length=80, help_text="What will use it: “Nightly export”.", label="Name")
    scopes = forms.MultipleChoiceField(
        choices=ApiToken.Scope.choices,
        initial=["read"],
        widget=forms.CheckboxSelectMultiple,
        label="May",
    )
    expires = forms.ChoiceField(choices=EXPIRIES, required=False, initial="90")
