from datetime import datetime

from django import forms
from django.utils.dateparse import parse_datetime

from marketplace.core.staff.reasons import StaffReasonForm


class ReviewForm(StaffReasonForm):
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
