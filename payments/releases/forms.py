"""Parts that are released or given back, and bonuses."""

from typing import Any

from django import forms

from marketplace.core.data.money import Money
from marketplace.core.data.prices import PriceOutOfBounds, check_price
from payments.escrows.forms.amounts import AmountForm


class PartForm(AmountForm):
    """A part of what is held."""

    def __init__(self, *args: Any, held: Money, **kwargs: Any) -> None:
        super().__init__(*args, currency=held.currency, **kwargs)
        self.held = held
        self.fields["amount"].help_text = f"In {held.currency}; less than the {held} held."

    def check_size(self, amount: Money) -> None:
        if not 0 < amount.minor < self.held.minor:
            raise forms.ValidationError(f"A part is more than 0 and less than {self.held}.")


class BonusForm(AmountForm):
    """A bonus on top, with a word of thanks instead of a reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        why = self.fields["why"]
        why.label, why.help_text = "A word of thanks", "The freelancer reads it."

    def check_size(self, amount: Money) -> None:
        try:
            check_price(amount, what="A bonus")
        except PriceOutOfBounds as error:
            raise forms.ValidationError(error.sentence) from error
