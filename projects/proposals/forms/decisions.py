from django import forms


class ReachForm(forms.Form):
    """For whoever lives where payouts do not reach, with the proposal that they send first."""

    knows_out_of_reach = forms.BooleanField(
        label="I know that payouts do not reach my country, and that I can sign only with a "
        "payout account in one of these."
    )


class AcceptanceForm(forms.Form):
    """Names the version that was read, so that a newer one cannot slip in."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
