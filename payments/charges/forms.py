"""What a unit is paid with."""

from typing import Any

from django import forms

from payments.payment_methods.models import PaymentMethod

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
