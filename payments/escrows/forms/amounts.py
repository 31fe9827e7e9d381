"""Amounts that somebody moves by hand."""

from typing import Any

from django import forms

from marketplace.core.data.money import Money
from marketplace.core.web.number_fields import AmountField, major_text, minor_of
from marketplace.core.web.reasons import ReasonForm


class AmountForm(ReasonForm):
    """An amount of one currency: shown once with what will happen, and then confirmed."""

    amount = AmountField(label="Amount")
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("amount", "why")

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency
        self.fields["amount"].help_text = f"In {currency}."

    def clean_amount(self) -> Money:
        amount = Money(minor_of(self.cleaned_data["amount"], self.currency) or 0, self.currency)
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


class UpToForm(AmountForm):
    """All of something, or a part of it."""

    def __init__(self, *args: Any, most: Money, **kwargs: Any) -> None:
        super().__init__(*args, currency=most.currency, **kwargs)
        self.most = most
        self.fields["amount"].help_text = f"At most {most}."
        self.initial.setdefault("amount", major_text(most.minor, most.currency))

    def check_size(self, amount: Money) -> None:
        if not 0 < amount.minor <= self.most.minor:
            raise forms.ValidationError(f"Enter more than 0 and at most {self.most}.")
