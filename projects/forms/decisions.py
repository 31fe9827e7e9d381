from datetime import datetime

from django import forms
from django.utils.dateparse import parse_datetime

from marketplace.core.staff.reasons import ReasonForm
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


class ReviewForm(ReasonForm):
    """Names the moment in which the brief that was read was queued."""

    queued_at = forms.CharField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(choices=[("approve", "Approve"), ("return", "Return")])

    def clean_queued_at(self) -> datetime:
        moment = parse_datetime(self.cleaned_data["queued_at"])
        if moment is None or moment.tzinfo is None:
            raise forms.ValidationError("Open the brief again.")
        return moment

    @property
    def is_approval(self) -> bool:
        return self.cleaned_data["decision"] == "approve"
