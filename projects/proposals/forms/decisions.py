from django import forms

from marketplace.core.web.text_fields import Words


class ReachForm(forms.Form):
    """For whoever lives where payouts do not reach, with the proposal that they send first."""

    knows_out_of_reach = forms.BooleanField(
        label="I know that payouts do not reach my country, and that I can sign only with a "
        "payout account in one of these."
    )


class DeclineForm(forms.Form):
    why = Words(
        max_length=2000,
        label="Reason",
        help_text="The freelancer reads it. “We chose somebody who has worked with our billing "
        "system; your validation plan was the best of all.”",
    )


class AcceptanceForm(forms.Form):
    """Names the version that was read, so that a newer one cannot slip in."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class WithdrawalForm(forms.Form):
    why = Words(
        max_length=2000,
        label="Reason",
        required=False,
        help_text="The client reads it.",
    )
