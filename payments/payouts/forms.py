"""Where a payee's bank is, and what goes there now."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.stripe.countries import PAYOUT_COUNTRIES


class OnboardingForm(forms.Form):
    """`home` is the country of the profile: it stands there if payouts reach it."""

    country = forms.ChoiceField(
        choices=[("", "Choose a country"), *PAYOUT_COUNTRIES],
        label="Where is your bank account?",
        help_text="Stripe checks that you live or trade there. This cannot be changed afterwards.",
    )

    def __init__(
        self, *args: Any, payee: Payee | None = None, home: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial["country"] = home if home in dict(PAYOUT_COUNTRIES) else ""
        if payee is not None:
            self.fields["country"].disabled = True
            self.initial["country"] = payee.country


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
