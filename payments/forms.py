"""What people say about money: where a payee's bank is, why staff act, what to look for."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from stdnum import get_cc_module
from stdnum.exceptions import ValidationError as WrongNumber

from marketplace.core.money import Money, parse_major
from marketplace.core.prices import PriceOutOfBounds, check_price
from marketplace.core.reasons import SHORTEST_REASON
from payments.chart import MOVEMENTS, AccountKind
from payments.countries import PAYOUT_COUNTRIES
from payments.models import Bearer, BillingDetails, Payee, PaymentMethod, Payout


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


CHECKOUT = "checkout"


class FundForm(forms.Form):
    """With which saved method to pay, or at the processor's checkout."""

    pay_with = forms.ChoiceField(label="Pay with", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, methods: list[PaymentMethod], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.methods = {str(method.public_id): method for method in methods}
        if not methods:
            del self.fields["pay_with"]
            return
        saved = [(id, str(method)) for id, method in self.methods.items()]
        field: Any = self.fields["pay_with"]
        field.choices = [*saved, (CHECKOUT, "Another card or bank account")]
        field.initial = saved[0][0]

    @property
    def hints(self) -> dict[str, str]:
        told = {id: method_hint(method) for id, method in self.methods.items()}
        return told | {CHECKOUT: "At Stripe’s checkout. Nothing is saved."}

    @property
    def method(self) -> PaymentMethod | None:
        """None for the checkout."""
        return self.methods.get(self.cleaned_data.get("pay_with", ""))


def method_hint(method: PaymentMethod) -> str:
    if method.is_debit:
        return "Takes about four working days. The work is funded when it has arrived."
    return f"Good until {method.expiry}. Your bank may ask you to confirm."


class PayOutForm(forms.Form):
    """Agrees to send exactly the payouts that were shown."""

    payouts = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, available: Sequence[Payout], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown = ",".join(str(payout.public_id) for payout in available)
        self.initial["payouts"] = self.shown

    def clean_payouts(self) -> list[UUID]:
        if self.cleaned_data["payouts"] != self.shown:
            raise forms.ValidationError(
                "What is available has changed since you opened this page. Look at it again: "
                "nothing was sent."
            )
        return [UUID(public_id) for public_id in self.shown.split(",")]


class MethodSetupForm(forms.Form):
    currency = forms.ChoiceField(
        choices=[(code, code) for code in settings.CURRENCIES],
        label="Currency that you mostly pay in",
        help_text="A card pays in every currency; a bank account only in its own.",
    )
    agreed = forms.BooleanField(
        label="We agree to this",
        error_messages={"required": "Tick this to agree: without it nothing can be saved."},
    )


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
    currency = forms.CharField(max_length=3, required=False)
    key = forms.CharField(max_length=160, required=False, label="Key, or the id in it")


class AmountForm(forms.Form):
    """An amount of one currency: shown once with what will happen, and then confirmed."""

    amount = forms.CharField(label="Amount", max_length=20)
    reason = forms.CharField(
        label="Reason",
        help_text="Both sides see it.",
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency
        self.fields["amount"].help_text = f"In {currency}."

    def clean_amount(self) -> Money:
        try:
            minor = parse_major(self.cleaned_data["amount"], self.currency)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        amount = Money(minor, self.currency)
        self.check_size(amount)
        return amount

    def check_size(self, amount: Money) -> None:
        if not amount:
            raise forms.ValidationError("Enter an amount above 0.")

    @property
    def is_confirmed(self) -> bool:
        """Confirmed for this very amount: a changed one is shown again first."""
        part = self.cleaned_data["amount"]
        return bool(self.cleaned_data["confirmed"] == str(part.minor))


class PartForm(AmountForm):
    """A part of what is held."""

    def __init__(self, *args: Any, held: Money, **kwargs: Any) -> None:
        super().__init__(*args, currency=held.currency, **kwargs)
        self.held = held
        self.fields["amount"].help_text = f"In {held.currency}; less than the {held} held."

    def check_size(self, amount: Money) -> None:
        if not 0 < amount.minor < self.held.minor:
            raise forms.ValidationError(f"A part is more than 0 and less than {self.held}.")


class UpToForm(AmountForm):
    """All of something, or a part of it."""

    def __init__(self, *args: Any, most: Money, **kwargs: Any) -> None:
        super().__init__(*args, currency=most.currency, **kwargs)
        self.most = most
        self.fields["amount"].help_text = f"At most {most}."
        self.initial.setdefault("amount", f"{most.major:,}")

    def check_size(self, amount: Money) -> None:
        if not 0 < amount.minor <= self.most.minor:
            raise forms.ValidationError(f"Enter more than 0 and at most {self.most}.")


class WriteOffForm(UpToForm):
    """What a payee owes, or a part of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = "The freelancer reads it; kept with your name."


class BonusForm(AmountForm):
    """A bonus on top, with a word of thanks instead of a reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.label, reason.help_text = "A word of thanks", "The freelancer reads it."

    def check_size(self, amount: Money) -> None:
        try:
            check_price(amount, what="A bonus")
        except PriceOutOfBounds as error:
            raise forms.ValidationError(error.sentence) from error


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


class SettlementForm(ReasonForm):
    processor_id = forms.CharField(
        label="The processor’s id of what was made",
        help_text="Such as tr_…, re_… or trr_…, from the processor’s dashboard.",
        max_length=255,
    )
    field_order = ("processor_id", "reason")


class EvidenceForm(ReasonForm):
    note = forms.CharField(
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
