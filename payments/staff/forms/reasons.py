"""Why staff act on money, and what they decide."""

from django import forms

from marketplace.core.staff.reasons import StaffReasonForm, staff_reason
from marketplace.core.web.text_fields import Words
from payments.card_disputes.models import Bearer
from payments.escrows.forms.amounts import UpToForm


class CorrectionForm(UpToForm):
    """Of an escrow, all or a part of it."""

    why = staff_reason()


class WriteOffForm(UpToForm):
    """What a payee owes, or a part of it."""

    why = staff_reason(help_text="The freelancer reads it; kept with your name.")


class SettlementForm(StaffReasonForm):
    processor_id = forms.CharField(
        label="The processor’s id of what was made",
        help_text="Such as tr_…, re_… or trr_…, from the processor’s dashboard.",
        max_length=255,
    )
    field_order = ("processor_id", "why")


class EvidenceForm(StaffReasonForm):
    note = Words(
        label="To the bank, in your words",
        help_text="Stands first in the evidence. What was agreed, what was delivered, when, and "
        "how the client accepted it.",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ("note", "why")


class LossForm(StaffReasonForm):
    bears = forms.ChoiceField(
        label="Who bears it",
        choices=[(Bearer.PLATFORM, "Holdout"), (Bearer.PAYEE, "The freelancer")],
        widget=forms.RadioSelect,
    )
    field_order = ("bears", "why")


class OverturnedForm(StaffReasonForm):
    to = forms.ChoiceField(
        label="Where it goes",
        choices=[("payee", "To the freelancer"), ("payer", "Back to the client")],
        widget=forms.RadioSelect,
    )
    field_order = ("to", "why")
