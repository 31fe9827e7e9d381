"""What stands on receipts and invoices about a buyer or seller."""

from typing import Any

from django import forms

from accounts.people.places import countries, country_name
from marketplace.core.web.text_fields import Line
from payments.documents.models.billing_details import BillingDetails
from payments.documents.tax_numbers.reading import kinds_of, read_tax_number

PLAIN_HINT = "As you write it on your own invoices. Leave it empty if you have none."


# Another country has other numbers: what can be written there is fetched as it is chosen.
FETCHES_NUMBERS = {
    "hx-get": "",
    "hx-include": "#id_tax_number",
    "hx-select": "#id_tax_number-field",
    "hx-target": "#id_tax_number-field",
    "hx-swap": "outerHTML",
}


class BillingDetailsForm(forms.ModelForm):
    country = forms.ChoiceField(
        choices=[("", "Choose a country"), *countries()], widget=forms.Select(attrs=FETCHES_NUMBERS)
    )
    tax_number = Line(label="VAT, sales tax or other tax number", required=False, max_length=64)

    class Meta:
        model = BillingDetails
        fields = ("legal_name", "address", "country", "tax_number")
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country = self["country"].value() or ""
        said = named_kinds(country)
        in_words = f"In {country_name(country)}: {said}. " if said else ""
        kept = self.instance.stated_tax_number
        on_papers = f" On papers it reads {kept.label} {kept.number}." if kept else ""
        self.fields["tax_number"].help_text = in_words + PLAIN_HINT + on_papers

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        typed, country = cleaned.get("tax_number"), cleaned.get("country")
        if typed and country:
            found = read_tax_number(typed, country)
            if found is None:
                self.add_error("tax_number", _refusal(country))
            else:
                cleaned["tax_number"] = found.number
        return cleaned

    @property
    def stated(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.fields}


def named_kinds(country: str) -> str:
    """What can be written there: "NIP UE (PL8567346215) or NIP (856-734-62-15)"."""
    *others, last = [f"{kind.label} ({kind.example})" for kind in kinds_of(country)] or [""]
    return f"{', '.join(others)} or {last}" if others else last


def _refusal(country: str) -> str:
    said = named_kinds(country)
    if not said:
        return "Write the number in letters and digits, at least three characters."
    return (
        f"This is no tax number of {country_name(country)}, or a digit is wrong. "
        f"It looks like this: {said}."
    )
