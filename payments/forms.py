"""What people say about money: where a payee's bank is, why staff act, what to look for."""

from typing import Any

from django import forms

from marketplace.core.reasons import SHORTEST_REASON
from payments.chart import MOVEMENTS, AccountKind
from payments.countries import PAYOUT_COUNTRIES
from payments.models import Payee


class OnboardingForm(forms.Form):
    country = forms.ChoiceField(
        choices=PAYOUT_COUNTRIES,
        label="Where is your bank account?",
        help_text="This cannot be changed afterwards.",
    )

    def __init__(self, *args: Any, payee: Payee | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if payee is not None:
            self.fields["country"].disabled = True
            self.initial["country"] = payee.country


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Reason",
        help_text="Kept in the event log with your name.",
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


ANY = ("", "Any")
KINDS = [ANY, *((kind.value, kind.value.replace("_", " ")) for kind in AccountKind)]
CODES = [ANY, *((code, code.replace("_", " ")) for code in MOVEMENTS)]


class _Filter(forms.Form):
    """A form of optional fields; what cannot be understood filters nothing."""

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}


class AccountFilter(_Filter):
    kind = forms.ChoiceField(choices=KINDS, required=False)
    currency = forms.CharField(max_length=3, required=False)


class TransferFilter(_Filter):
    code = forms.ChoiceField(choices=CODES, required=False, label="Movement")
    kind = forms.ChoiceField(choices=KINDS, required=False, label="Account")
    owner = forms.IntegerField(required=False, label="Owner's row")
    currency = forms.CharField(max_length=3, required=False)
    key = forms.CharField(max_length=100, required=False, label="Key contains")
