from django.db import models
from django.utils import timezone

from marketplace.core.identifiers import new_id
from marketplace.core.money import Money
from payments.models.escrow import Escrow
from payments.states import ChargeState


class Charge(models.Model):
    """One attempt to pay an escrow through a hosted checkout."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="charges")
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units that were asked for")
    amount_received = models.PositiveBigIntegerField(null=True, blank=True, help_text="minor units")
    state = models.CharField(
        max_length=16, choices=ChargeState, default=ChargeState.OPEN, editable=False
    )
    session_id = models.CharField(max_length=255, blank=True)
    payment_intent_id = models.CharField(max_length=255, blank=True)
    charge_id = models.CharField(max_length=255, blank=True)
    hosted_url = models.TextField(blank=True)
    problem = models.TextField(blank=True, help_text="why it failed, for the payer")
    declined_id = models.CharField(max_length=255, blank=True, help_text="last declined attempt")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["escrow"],
                condition=models.Q(state__in=["open", "processing"]),
                name="charge_one_open",
            ),
            models.UniqueConstraint(
                fields=["escrow"],
                condition=models.Q(state="succeeded"),
                name="charge_one_succeeded",
            ),
            models.UniqueConstraint(
                fields=["session_id"], condition=~models.Q(session_id=""), name="charge_session"
            ),
            models.UniqueConstraint(
                fields=["payment_intent_id"],
                condition=~models.Q(payment_intent_id=""),
                name="charge_payment_intent",
            ),
            models.CheckConstraint(
                name="charge_state_known", condition=models.Q(state__in=ChargeState.values)
            ),
        ]
        indexes = [models.Index(fields=["charge_id"], name="charge_charge_id")]

    def __str__(self) -> str:
        return f"{self.money}: {self.get_state_display().lower()}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)
