from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from payments.payouts.models.payouts import Payout
from payments.payouts.states import ReversalState


class Reversal(models.Model):
    """A part of a sent transfer that the processor is asked to take back from the payee."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="reversals")
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units")
    state = models.CharField(
        max_length=16, choices=ReversalState, default=ReversalState.PENDING, editable=False
    )
    reason = models.TextField()
    processor_id = models.CharField(max_length=255, blank=True)
    problem = models.TextField(blank=True, help_text="why it could not be taken back")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reversal_amount_positive", condition=models.Q(amount__gt=0)
            ),
            models.UniqueConstraint(
                fields=["payout"],
                condition=models.Q(state="pending"),
                name="reversal_one_pending",
            ),
            models.UniqueConstraint(
                fields=["processor_id"],
                condition=~models.Q(processor_id=""),
                name="reversal_processor_id",
            ),
            models.CheckConstraint(
                name="reversal_state_known", condition=models.Q(state__in=ReversalState.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.money} back from {self.payout.payee}: {self.state}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)
