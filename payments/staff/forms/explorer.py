"""What to look for in the ledger."""

from typing import Any

from django import forms

from payments.ledger.chart import MOVEMENTS, AccountKind

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
    currency = forms.CharField(max_length=3, required=False)
    key = forms.CharField(max_length=160, required=False, label="Key, or the id in it")
