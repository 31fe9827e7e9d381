"""Why staff act on money, and what they decide."""

from django import forms

from marketplace.core.staff.reasons import SHORTEST_REASON
from marketplace.core.web.text_fields import Words
from payments.models import Bearer


class ReasonForm(forms.Form):
    reason = Words(
        label="Reason",
        help_text="Kept in the event log with your name.",
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SettlementForm(ReasonForm):
    processor_id = forms.CharField(
        label="The processor’s id of what was made",
        help_text="Such as tr_…, re_… or trr_…, from the processor’s dashboard.",
        max_length=255,
    )
    field_order = ("processor_id", "reason")


class EvidenceForm(ReasonForm):
    note = Words(
        label="To the bank, in your words",
        help_text="Stands first in the evidence. What was agreed, what was delivered, when, and "
        "how the client accepted it.",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ("note", "reason")


class LossForm(ReasonForm):
    bears = forms.ChoiceField(
        label="Who bears it",
        choices=[(Bearer.PLATFORM, "Holdout"), (Bearer.PAYEE, "The freelancer")],
        widget=forms.RadioSelect,
    )
    field_order = ("bears", "reason")


class OverturnedForm(ReasonForm):
    to = forms.ChoiceField(
        label="Where it goes",
        choices=[("payee", "To the freelancer"), ("payer", "Back to the client")],
        widget=forms.RadioSelect,
    )
    field_order = ("to", "reason")
