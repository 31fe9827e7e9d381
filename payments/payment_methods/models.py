from datetime import date

from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from payments.payment_methods.states import MethodSetupState, PaymentMethodState

# Bank accounts are debited in their own currency; a card pays in any.
DEBIT_CURRENCIES = {"us_bank_account": "USD", "sepa_debit": "EUR", "bacs_debit": "GBP"}
KINDS = {
    "us_bank_account": "US bank account",
    "sepa_debit": "SEPA bank account",
    "bacs_debit": "UK bank account",
}
BRANDS = {"amex": "American Express", "mastercard": "Mastercard", "unionpay": "UnionPay"}


def method_name(kind: str, brand: str) -> str:
    """What kind of thing it is, as its owner would say."""
    if kind == "card":
        return BRANDS.get(brand, brand.replace("_", " ").title()) or "Card"
    return KINDS.get(kind, kind.replace("_", " ").capitalize())


class PaymentMethod(models.Model):
    """A card or bank account that an organisation saved; the processor alone knows its number."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="payment_methods"
    )
    processor_id = models.CharField(max_length=255, unique=True)
    kind = models.CharField(max_length=32, help_text="as the processor names it, such as card")
    brand = models.CharField(max_length=64, blank=True, help_text="of the card, or the bank")
    last4 = models.CharField(max_length=4, blank=True)
    exp_month = models.PositiveSmallIntegerField(null=True, blank=True)
    exp_year = models.PositiveSmallIntegerField(null=True, blank=True)
    is_default = models.BooleanField(default=False, help_text="charged where nobody chooses")
    state = models.CharField(
        max_length=16, choices=PaymentMethodState, default=PaymentMethodState.SAVED, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(is_default=True),
                name="payment_method_one_default",
            ),
            models.CheckConstraint(
                name="payment_method_default_saved",
                condition=models.Q(is_default=False) | models.Q(state="saved"),
            ),
            models.CheckConstraint(
                name="payment_method_state_known",
                condition=models.Q(state__in=PaymentMethodState.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{method_name(self.kind, self.brand)} •• {self.last4}"

    @property
    def is_debit(self) -> bool:
        """Whether a payment with it settles days later."""
        return self.kind in DEBIT_CURRENCIES

    def pays_in(self, currency: str) -> bool:
        return DEBIT_CURRENCIES.get(self.kind, currency) == currency

    @property
    def expiry(self) -> str:
        return f"{self.exp_month:02}/{self.exp_year}" if self.exp_month and self.exp_year else ""

    @property
    def is_expired(self) -> bool:
        """A card is good until the end of its month."""
        if not (self.exp_month and self.exp_year):
            return False
        today: date = timezone.now().date()
        return (self.exp_year, self.exp_month) < (today.year, today.month)


class MethodSetup(models.Model):
    """One visit to the processor's page where a payment method is saved."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="method_setups"
    )
    currency = models.CharField(max_length=3, help_text="decides which kinds are offered")
    mandate = models.TextField(help_text="what was agreed to, word for word")
    method = models.OneToOneField(
        PaymentMethod, on_delete=models.PROTECT, related_name="setup", null=True, blank=True
    )
    state = models.CharField(
        max_length=16, choices=MethodSetupState, default=MethodSetupState.OPEN, editable=False
    )
    session_id = models.CharField(max_length=255, blank=True)
    hosted_url = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session_id"],
                condition=~models.Q(session_id=""),
                name="method_setup_session",
            ),
            models.CheckConstraint(
                name="method_setup_state_known",
                condition=models.Q(state__in=MethodSetupState.values),
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"], name="method_setup_open", condition=models.Q(state="open")
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.state}"


class ProcessorCustomer(models.Model):
    """An organisation as the payment processor knows it."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.OneToOneField(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="processor_customer"
    )
    customer_id = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer_id"],
                condition=~models.Q(customer_id=""),
                name="processor_customer_id",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.customer_id or 'not opened'}"
