from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import in_state
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.refunds.states import RefundState


class Refund(models.Model):
    """Unreleased money on its way back to the payer, by the charge it came with."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    escrow = models.ForeignKey(Escrow, on_delete=models.PROTECT, related_name="refunds")
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="refunds")
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units")
    state = models.CharField(
        max_length=16, choices=RefundState, default=RefundState.PENDING, editable=False
    )
    reason = models.TextField()
    processor_id = models.CharField(max_length=255, blank=True)
    problem = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="refund_amount_positive", condition=models.Q(amount__gt=0)),
            models.UniqueConstraint(
                fields=["processor_id"],
                condition=~models.Q(processor_id=""),
                name="refund_processor_id",
            ),
            models.CheckConstraint(
                name="refund_state_known", condition=models.Q(state__in=RefundState.values)
            ),
        ]
        indexes = [
            models.Index(fields=["-id"], name="refund_failed", condition=models.Q(state="failed"))
        ]

    def __str__(self) -> str:
        return f"{self.money} back: {self.state}"

    # Made, or on its way; one that failed left the money where it was.
    goes_back = in_state(RefundState.PENDING, RefundState.SUCCEEDED)

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)
