from django import forms


class DeclineForm(forms.Form):
    why = forms.CharField(
        widget=forms.Textarea,
        max_length=2000,
        label="Reason",
        help_text="The freelancer reads it. “We chose somebody who has worked with our billing "
        "system; your validation plan was the best of all.”",
    )


class AcceptanceForm(forms.Form):
    """Names the version that was read, so that a newer one cannot slip in."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class WithdrawalForm(forms.Form):
    why = forms.CharField(
        widget=forms.Textarea,
        max_length=2000,
        label="Reason",
        required=False,
        help_text="The client reads it.",
    )
