from django import forms

from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.web.text_fields import Line


class StaffSearchForm(forms.Form):
    """One box for people, organisations, briefs, contracts and money."""

    q = Line(
        label="Find",
        help_text="A name, an email address, a title, or an identifier, ours or the processor's.",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def words(self) -> str:
        return self.cleaned_data["q"].strip() if self.is_valid() else ""


class PowersForm(StaffReasonForm):
    is_moderator = forms.BooleanField(
        label="Moderator",
        required=False,
        help_text="Acts on people, briefs, contracts and money that waits.",
    )
    is_staff = forms.BooleanField(
        label="Staff",
        required=False,
        help_text="Reads the admin and the ledger.",
    )
