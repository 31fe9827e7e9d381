"""What stands on receipts and invoices about a buyer or seller."""

from typing import Any

from django import forms
from stdnum import get_cc_module
from stdnum.exceptions import ValidationError as WrongNumber

from payments.countries import PAYOUT_COUNTRIES
from payments.models import BillingDetails


class BillingDetailsForm(forms.ModelForm):
    tax_number = forms.CharField(
        label="VAT or tax number",
        required=False,
        max_length=32,
        help_text="As on your invoices. Its check digits are tested for your country.",
    )

    class Meta:
        model = BillingDetails
        fields = ("legal_name", "address", "country", "tax_number")
        widgets = {
            "address": forms.Textarea(attrs={"rows": 3}),
            "country": forms.Select(choices=PAYOUT_COUNTRIES),
        }
        help_texts = {"country": ""}

    def clean_country(self) -> str:
        country = self.cleaned_data["country"]
        if country not in dict(PAYOUT_COUNTRIES):
            raise forms.ValidationError("Choose a country of the list.")
        return str(country)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        number, country = cleaned.get("tax_number"), cleaned.get("country")
        if number and country:
            try:
                cleaned["tax_number"] = _vat_number(number, country)
            except WrongNumber:
                self.add_error("tax_number", f"This is no valid VAT or tax number of {country}.")
        return cleaned

    @property
    def stated(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.fields}


# Greece writes EL before its numbers.
VAT_PREFIXES = {"GR": "EL"}


# What stands on invoices in a country without VAT.
TAX_NUMBERS = {"US": "ein"}


def _vat_number(number: str, country: str) -> str:
    """With its prefix and without blanks; without a prefix where there is no VAT."""
    module = get_cc_module(country.lower(), TAX_NUMBERS.get(country, "vat"))
    checked = str(module.validate(number)) if module else number.strip()
    if module is None or country in TAX_NUMBERS:
        return checked
    prefix = VAT_PREFIXES.get(country, country)
    return checked if checked.startswith(prefix) else prefix + checked
